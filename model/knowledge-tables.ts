/** What the knowledge tables say of mappers: how they declare columns, and what relates tables. */

export interface ColumnRow {
  /** Has an index without being told. */
  readonly isIndexed?: boolean;
  /** Keywords that give it one where they are true, as long as they are not false. */
  readonly indexedBy: readonly string[];
  /** Indexes are often made by migrations, and by nothing else. */
  readonly byMigration?: boolean;
  /** Holds one of few values, among which an index does not choose. */
  readonly isFew?: boolean;
  /** Keywords that say so, and types that it is given or annotated with. */
  readonly fewBy?: { readonly keywords: readonly string[]; readonly types: readonly string[] };
}

/** A call that declares a table: `pgTable('users', { … }, (t) => [ … ])`, `sequelize.define('User', { … }, { indexes })`, `new Schema({ … })`. */
export interface TableRow {
  /** The argument that describes its columns, by their names; and the one that says more of it, indexes among that. */
  readonly columns: number;
  readonly options: number;
  /** Types whose values may be as many as there are rows, and of which a plain index answers which are equal and which lie between others. */
  readonly manifold: readonly string[];
  /** Types of few values. */
  readonly few: readonly string[];
  /** Nothing is a key that is not declared. */
  readonly keyed?: boolean;
  /** Words in the description of a column that give it an index. */
  readonly indexedBy: readonly string[];
}

/**
 * A call that declares how rows lead to those of another class: the value of an attribute (Django's `ForeignKey`), its decorator (TypeORM's
 * `@OneToMany`), or a statement about two classes (Sequelize's `User.hasMany(Post)`).
 */
export interface RelationRow {
  readonly symbol: string;
  /** `typed`: its annotation tells. */
  readonly holds: 'one' | 'many' | 'typed';
  /** The argument that names the other class. */
  readonly target: { readonly keyword: string; readonly position: number };
  /** The way back: the keyword that names it at the other class, and what it is called there otherwise (`*` for the name of this class). */
  readonly back?: { readonly keyword: string; readonly unnamed: string; readonly holds: 'one' | 'many' };
  /** Values of a keyword under which it is loaded together with its owner, or never by itself. `within`: the argument whose dictionary says so. */
  readonly eagerBy?: { readonly keyword: string; readonly values: readonly string[]; readonly within?: string };
  /** The library's class that whatever declares it must extend, though its bases cannot be followed. */
  readonly owner?: string;
  /** What a query is told so that it loads the relation with its rows: `select_related`. Without, the query itself tells. */
  readonly remedy?: string;
  /** To touch the attribute asks the database where its type or an option says so; `never`: the attribute is what was loaded, or nothing. */
  readonly lazily?: 'never' | { readonly type: string; readonly option: string };
}

/** A call that touches files of the machine that it runs on. */
export interface DiskRow {
  readonly symbol: string;
  /** `keeps`: uploads, each under a name of its own, before any handler is asked. `serves`: all below a folder, to whoever asks for it. */
  readonly does: 'writes' | 'keeps' | 'reads' | 'serves' | 'removes';
  /** The argument that is the path; null for what it is called on. */
  readonly at: number | null;
  /** The keyword, or the property of that argument, that is the path: `StaticFiles(directory=…)`, `multer({ dest })`. A function there is handed a callback for it. */
  readonly option?: string;
  /** It is a folder, and another argument names the file in it. */
  readonly below?: boolean;
  /** The argument that says whether it is written: `open(path, 'w')`. */
  readonly mode?: number;
  /** Whatever has a member of this name, and is given a path, does this. */
  readonly byMember?: boolean;
}
