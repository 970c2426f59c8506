/**
 * The shape of what we know about libraries: data that linking applies, looked up by resolved symbol and never by bare text.
 *
 * A symbol is `module#member`, `module#Type.member` or `module#Type.path.member`: `fs#readFileSync`, `typeorm#Repository.find`,
 * `@prisma/client#PrismaClient.*.findMany`. `node:` is dropped from built-in modules; `global#fetch` is a global; `module#default` is the
 * module's own function (`express()`, whether imported or required). `*` stands for exactly one segment, and may begin or end a segment (`*Delegate`).
 */
import type { CollectionKind, Extent, OperationKind } from './file.ts';
import type { ColumnRow, DiskRow, RelationRow, TableRow } from './knowledge-tables.ts';
import type { RenderRow, ViewRow } from './knowledge-templates.ts';
import type { TakerRow, WholeRow } from './knowledge-wholes.ts';

export interface KnowledgeRow {
  readonly symbol: string;
  /** What a call costs, beyond constant time. */
  readonly op?: {
    readonly kind: OperationKind;
    readonly access?: 'read' | 'write';
    /** A recipe of the fix writer that turns many such calls into one. */
    readonly batch?: string;
    /** `light`: a stat; `heavy`: a network hop, a subprocess, password hashing. Without: as long as what it is given. */
    readonly weight?: 'light' | 'heavy';
    /** Index of the argument whose size it costs, for scans, copies and sorts (`_.find(xs, …)`: 0). */
    readonly on?: number;
    /** Takes many keys at once (`findMany`, `mget`): one call with a list is the remedy, not the problem. */
    readonly bulk?: boolean;
  };
  /** What it makes, and what one is enough of: each is slow to make, and holds connections or memory. */
  readonly makes?: MadeKind;
  /** Keywords by which it is given what it would make: a client of a pool that is there already. */
  readonly sharedBy?: readonly string[];
  /** The property of what it is given without which it connects to nothing: `knex({ client: 'pg' })` only writes SQL. */
  readonly connectsBy?: string;
  /** Positions and keywords of arguments that may differ, and one of it would serve all the same: how many, or what it could be sent later. */
  readonly apart?: readonly (number | string)[];
  /** It waits for its answer as long as it takes, unless told otherwise: by one of these keywords or properties, or at this position. */
  readonly untimed?: UntimedRow;
  /** Ends what takes too long: `always` every request of the server; `interceptor`: where an interceptor of Nest calls it; `platform`: and begins one at a time. */
  readonly endsRequests?: 'always' | 'interceptor' | 'platform';
  /** What it is given runs from now on until it is taken off again: each call adds one more. */
  readonly listens?: 'listener' | 'timer';
  /**
   * Computes on the thread that calls it, and nothing else runs there meanwhile, whether or not it yields a promise. `long`: a tenth of a second or
   * so whatever it is given; `document`: as long as that is. The row's `remedy` says what helps.
   */
  readonly computes?: 'long' | 'document' | 'password';
  /** Waits until somebody else's worker has done what was sent: a job, a task. */
  readonly awaitsJob?: boolean;
  /** Waits until the broker has all that was sent before. */
  readonly flushes?: boolean;
  /** The broker sends as many messages ahead as it has, unless one of the members is called, or an option says that nobody confirms them. */
  readonly ahead?: { readonly unless: readonly string[]; readonly unconfirmed: readonly string[] };
  /** What it notes of each user stays in this process, unless it is told of a store. */
  readonly keepsHere?: KeepsHere;
  /** Starts the program once more, beside itself; with an option, only where that says more than one. */
  readonly copies?: { readonly option?: string };
  /** A decorator whose function's answers are kept for ever, one for each arguments; with `unlimited`, only where its argument is that. */
  readonly keepsAnswers?: { readonly unlimited?: string };
  /** What it puts under a key stays in a store that others share, until somebody takes it out or its time is up. */
  readonly stays?: Stays;
  /** What is open from then on until it is done, and there are only so many of. */
  readonly opens?: 'thread' | 'process' | 'file';
  /** What takes many of the same at once: `addBulk`. */
  readonly many?: string;
  /** It walks all that a store holds, and the store answers nobody else until it is done. The sentence says what to do instead. */
  readonly walksStore?: string;
  /** The type of what a call yields once awaited: `pg#Client`, or `self` for builders that return themselves. */
  readonly returns?: string;
  /** Kind and size of what a call yields once awaited. */
  readonly result?: { readonly kind: CollectionKind; readonly extent: Extent['class']; readonly why: string; readonly from?: Extent['from'] };
  /** Argument properties or builder members that cap the result: `take`, `limit`, `first`. */
  readonly cappedBy?: readonly string[];
  /** Its function arguments are hot entry points: run per request, message, event, job, render. */
  readonly entry?: EntryKind;
  /** See `Entry`. */
  readonly serverless?: Serverless;
  /** The library hands over the next one when this is done, unless it is told otherwise. */
  readonly inTurn?: true;
  /** What it is given (an argument, its `new`) is of this type, some of whose members a framework calls: see `HookRow`. */
  readonly given?: string;
  /** Names, its first argument, under which functions run once in the life of a program: `app.on('ready', …)`. */
  readonly once?: readonly string[];
  /**
   * Types of what it hands to the functions that it is given, by position: `io.on('connection', (socket) => …)`. `self` for what it is called on, null
   * where it does not matter.
   */
  readonly hands?: readonly (string | null)[];
  /** What happens to functions passed to it. `now`: run once, before or soon after it returns; `each`: once per element of argument 0; `later`: kept, and run at some other time. Default `now`. */
  readonly callbacks?: 'now' | 'each' | 'later';
  /** For blocking calls: the promise form, as module and member (`fs/promises`, `readFile`), if it takes the same arguments. */
  readonly twin?: { readonly module: string; readonly member: string };
  /** For blocking calls without an asynchronous form that helps: what does, as a sentence. */
  readonly remedy?: string;
  /** What counts the rows where nobody needs them: `count`. */
  readonly countedBy?: string;
  /** Made of what it is given and of nothing else: who asks again with the same is given the same again. */
  readonly derives?: DerivedRow;
  /** Yields one row of the class, or of the query, that it is given first. */
  readonly picks?: boolean;
  /** Runs at once, though the queries of its library wait until somebody needs what they yield. */
  readonly eager?: boolean;
  /** For queries and requests: the thread waits for the answer, and with it the event loop that it may run on. */
  readonly blocks?: boolean;
  /** What it raises instead where an event loop runs in its thread. */
  readonly raisesOnLoop?: string;
  /** Words in the making of what it is called on with which it waits for nothing: a socket of `SOCK_DGRAM` connects to nobody. */
  readonly unlessMadeWith?: readonly string[];
  /** Asks for nothing where what it is called on was told by this to fetch all beforehand: `checker.prefetch_perms(documents)`. */
  readonly unlessAfter?: string;
  /** What it is called on says by this whether it would have to wait: `if not queue.empty(): queue.get()`. */
  readonly unlessNot?: string;
  /** Runs the function that it is given on an event loop, though it need not be `async`. */
  readonly onLoop?: boolean;
  /** Runs the function that it is given in another thread or process, where it blocks nobody. */
  readonly offloads?: boolean;
  /** `rows`: hands out a table row by row; `keys`: its rows' keys; `apply`: runs a function for each row where an argument says so; `cells`: finds or sets single values of it. */
  readonly byRow?: 'rows' | 'keys' | 'apply' | 'cells';
  /** Runs the function that it is given in another thread of the same interpreter. */
  readonly inThread?: InThreadRow;
  /** Hands over a mail, most often to a relay nearby. */
  readonly mails?: true;
  /** Runs the coroutine that it is given to its end, on an event loop that has nothing else to do. */
  readonly ownLoop?: boolean;
  /**
   * What it holds while the function runs that it is given, while the body of its `with` does, or whatever it decorates; `lock of key`: a lock for each key,
   * which is its first argument. For a class: what its instances are.
   */
  readonly holds?: 'transaction' | 'lock' | 'lock of key';
  /** Given no function, it holds from here on, until what it is called on, or what it yields, is told one of these; `''`: until what it yields is called. */
  readonly opensUntil?: readonly string[];
  /** Groups calls into one (DataLoader.load, a batching client): never counts as one query per element. */
  readonly batches?: boolean;
  /** Declares a column of a table, as the value of a class's attribute or as its decorator. */
  readonly column?: ColumnRow;
  /** Declares a table, or is given what does as the argument at this position: `model('User', schema)`. */
  readonly table?: TableRow | number;
  /** What it does, the backend that the project names does: it may have written one of its own. */
  readonly ofBackend?: boolean;
  /** The library's class that whatever it decorates must extend, though its bases cannot be followed. */
  readonly base?: string;
  /** Makes what was written last: the database waits for its disk, and everybody for the database. */
  readonly commits?: boolean;
  /** A query whose conditions are its keywords, by column, or a description of one. */
  readonly narrows?: boolean;
  /**
   * A query whose conditions are an object, by column: its first argument beside a class, or that argument's `where`; `pipeline`: what the first of
   * its stages matches; `key`: it is given the primary key of a row.
   */
  readonly conditions?: 'given' | 'where' | 'pipeline' | 'key';
  /** Asks for a relation of one row, which the query of the rows could have brought along. */
  readonly loads?: LoadRow;
  /** A query that yields rows, and can be told to bring their relations along. */
  readonly brings?: BringRow;
}

export interface InThreadRow {
  /** Where the function stands, and under which keyword it may. */
  readonly position: number;
  readonly keyword?: string;
  /** Once per element of what comes next. */
  readonly each?: boolean;
  /** The argument that says whose threads: `None`, or a pool, which may be one of processes. */
  readonly pool?: number;
}

export interface DerivedRow {
  /** The argument that is read whole; null: it is slow to make, whatever it is given. */
  readonly from: number | null;
  /** It is given a short text, unless that is joined from a list. */
  readonly joined?: boolean;
}

export interface UntimedRow {
  readonly options: readonly string[];
  /** The argument that is the limit, or the object whose properties tell. */
  readonly position?: number;
  /** Where something is given to this, all calls of the library are told: `axios.defaults.timeout`. */
  readonly unless?: string;
}

export interface KeepsHere {
  readonly what: 'sessions' | 'counts';
  /** Properties of its options, or keywords, that name a store. Without, nothing does. */
  readonly unless: readonly string[];
  /** Where the options stand; null for keywords. For what is handed to `register`, the position there. */
  readonly position: number | null;
  /** It does so only where an option says this: `{ driver: 'memory' }`. */
  readonly only?: { readonly option: string; readonly value: string };
  /** A setting of the framework that names the store as well: `RATELIMIT_STORAGE_URI`. */
  readonly setting?: string;
}

export interface Stays {
  /** Words, properties and keywords that tell for how long. */
  readonly until: readonly string[];
  /** From this position on arguments may tell. */
  readonly position: number;
  /** It has a time of its own, unless it is told one of these. */
  readonly ever?: readonly string[];
}

export type MadeKind = 'pool' | 'connection' | 'client' | 'model' | 'processes' | 'worker';

/** `user.getPosts()`, `book.author.load()`, `book.populate('author')`, `em.populate(book, ['author'])`. */
export interface LoadRow {
  /** What names the relation: what it is called on, the member that is called, or the argument at this position. */
  readonly named: 'receiver' | 'member' | number;
  /** The argument that is the row, where the row is not what it is called on. */
  readonly row?: number;
  /** It asks the database although the row has the relation already. */
  readonly again?: boolean;
  /** Properties of its argument with which it asks for some of the related rows only. */
  readonly parts?: readonly string[];
}

export interface BringRow {
  /** Properties of an argument that list relations, the usual one first, and the position of that argument. */
  readonly options?: readonly string[];
  readonly position?: number;
  /** Calls in its chain that are given relations: `populate`. */
  readonly links?: readonly string[];
  /** What is added to the query; `*` stands for the relation. */
  readonly remedy: string;
}

export type EntryKind = 'request' | 'message' | 'job' | 'event' | 'render' | 'resolver';

/** `class X extends Base` and aliases of types: members of `type` that are not listed are looked up in `like`. */
export interface TypeRow {
  readonly type: string;
  readonly like: string;
}

/** A method is an entry point because of its decorator: `@nestjs/common#Get`. */
export interface DecoratorRow {
  readonly symbol: string;
  readonly entry: EntryKind;
  /** It runs once per object that another entry yields, which is the parameter with one of these decorators, or else the first. */
  readonly perObject?: readonly string[];
  /** The object is what the method is called on. */
  readonly receives?: boolean;
  /** Runs a coroutine to its end, on an event loop that has nothing else to do. */
  readonly ownLoop?: boolean;
  /** Who runs the function in a thread if it is not `async`, so that it may block: `FastAPI`. */
  readonly plainInThread?: string;
}

/** A function is an entry point because a framework calls what this file exports. */
export interface FileEntryRow {
  /** Tested against the path relative to the package root, forward slashes. */
  readonly path: RegExp;
  /** Exported names that are called; `default` for the default export, `*` for every function. */
  readonly exports: readonly string[];
  readonly entry: EntryKind;
  readonly framework: string;
  /** The nearest package.json must depend on one of these. */
  readonly dependsOn: readonly string[];
  /** Only functions in an exported object: `export default { fetch() { … } }`. */
  readonly ofObject?: boolean;
  /** See `Entry`. */
  readonly serverless?: Serverless;
  /** What everybody calls the parameter that the framework hands over first. Other functions of the file are helpers. */
  readonly given?: string;
}

/** See `Entry`. */
export type Serverless = 'typed' | 'named' | 'isolate';

/** A parameter's type or a value's type that gives away what it is where nothing else does: `NextApiRequest`, `http#IncomingMessage`. A function that takes one is an entry point. */
export interface ParamEntryRow {
  readonly symbol: string;
  readonly entry: EntryKind;
  /** See `Entry`. */
  readonly serverless?: Serverless;
}

/**
 * Objects, classes and functions that a framework calls into: guards, resolver maps, plugins, visitors. They are known by their type (an annotation,
 * a return type, `implements`, `extends`), by the call that is given them (`given`), or by their looks.
 */
export interface HookRow {
  readonly symbol: string;
  readonly entry: EntryKind;
  /** What runs many times: `canActivate`, `visitor.*`, `create().*` for members of what `create` returns; empty for a function of the type itself. Lists stand for their elements. */
  readonly members: readonly string[];
  /** See `Entry`. */
  readonly serverless?: Serverless;
  /** They run on the event loop though they are not `async`: what blocks in them blocks everybody. */
  readonly onLoop?: boolean;
  /**
   * Members that run once per object that another entry yields, which is their first parameter; not those under the other names. `receives`: it is
   * handed over in the place of `self`.
   */
  readonly perObject?: { readonly members: readonly string[]; readonly except: readonly string[]; readonly receives?: boolean };
  /** The rows that a member gives back are walked, and each is asked for these methods of its class, where the hooked class has no member that answers for it. */
  readonly lists?: { readonly rows: string; readonly asks: readonly { readonly method: string; readonly unless: string }[] };
  /** Types of what a member is handed, by position; the member is empty for a function of the type itself. */
  readonly hands?: readonly { readonly member: string; readonly types: readonly string[] }[];
  /** What gives it away where nothing is typed, in packages that depend on one of these: it is exported, or returned by a function that is, and has these members. For `class`: no export is needed, and names may be patterns. */
  readonly looks?: {
    readonly as: 'object' | 'class';
    readonly has: readonly string[];
    readonly dependsOn: readonly string[];
    readonly path?: RegExp;
  };
}

/** A directive at the head of a function, or of a file for all that it exports, that makes an entry point: `'use server'`. */
export interface DirectiveRow {
  readonly directive: string;
  readonly entry: EntryKind;
  readonly framework: string;
}

/** Libraries whose components are functions with capitalised names that return markup. */
export interface ComponentRow {
  readonly framework: string;
  readonly dependsOn: readonly string[];
}

/** Code that a tool generates into the project, and that is a library all the same: `./generated/prisma/client`. Consulted where the import leads to no file. */
export interface ModuleAlias {
  readonly specifier: RegExp;
  readonly module: string;
  /** For a name that tells what it is wherever it comes from: only this import of the module, which is an instance of `type`. */
  readonly instance?: { readonly imported: string; readonly type: string };
}

/** Parameters that are always handed the same thing, by the convention of a tool that calls the function: `(sequelize, DataTypes) => …`. */
export interface ConventionRow {
  readonly params: readonly string[];
  /** What the first of them is. */
  readonly type: string;
}

export interface Knowledge {
  /** Tables that are spread over shards, and by which column. */
  readonly shardKeys?: Readonly<Record<string, string>>;
  readonly relations?: readonly RelationRow[];
  readonly renders?: readonly RenderRow[];
  readonly disk?: readonly DiskRow[];
  /** Modules whose clients keep files where all machines find them; a name may end in `*`. */
  readonly objectStores?: readonly string[];
  readonly views?: readonly ViewRow[];
  /** Functions that give back what they are given first, in other clothes: calling the result runs the argument. */
  readonly wrappers?: readonly string[];
  /** Decorators and wrappers whose functions run once per key, and give what they gave before from then on. */
  readonly memoizers?: readonly string[];
  /** Keywords that give a call away whatever it is a member of: `save(update_fields=…)`. By member, keyword and symbol. */
  readonly tellingKeywords?: readonly { readonly member: string; readonly keyword: string; readonly symbol: string }[];
  /** Members that tell what they are whatever they are members of, as long as nothing better is known: Django's `objects`. */
  readonly tellingMembers?: Readonly<Record<string, string>>;
  /** What computes in the interpreter, and lets no other of its threads in meanwhile; a member may be `*`. */
  readonly interpreted?: readonly string[];
  /** Libraries whose values compute outside of it, by operators as well: `a @ b`. */
  readonly native?: readonly string[];
  /** What takes all of something into memory. */
  readonly wholes?: readonly WholeRow[];
  /** What hands on what it is given. */
  readonly takers?: readonly TakerRow[];
  /** Functions that put bytes or a text into other clothes: `Buffer.from`. */
  readonly carriers?: readonly string[];
  readonly conventions?: readonly ConventionRow[];
  readonly aliases?: readonly ModuleAlias[];
  /** Libraries, or members of theirs (`@prisma/client#findUnique`), whose calls go out as one when they are made at the same time. */
  readonly merging?: readonly string[];
  /** Clients that write commands to their connection without waiting for earlier answers. */
  readonly pipelined?: readonly string[];
  /** Libraries, or types of theirs (`pg#Pool`), that answer several reads at the same time. */
  readonly sideBySide?: readonly string[];
  /** Clients that open a handful of connections, and let whatever else is asked of them wait; a name may end in `*`. */
  readonly pooled?: readonly string[];
  /** Modules whose servers run an event loop: a worker of theirs is alive whatever one request waits for. */
  readonly eventLoops?: readonly string[];
  /** Libraries that hand jobs and messages to a broker of one's own, which takes them within a millisecond or so. */
  readonly brokers?: readonly string[];
  /** Libraries whose queries run only when somebody waits for them: until then a call merely describes one. */
  readonly lazy?: readonly string[];
  readonly rows: readonly KnowledgeRow[];
  readonly types: readonly TypeRow[];
  readonly decorators: readonly DecoratorRow[];
  readonly fileEntries: readonly FileEntryRow[];
  readonly paramEntries: readonly ParamEntryRow[];
  readonly hooks?: readonly HookRow[];
  readonly directives?: readonly DirectiveRow[];
  readonly components?: readonly ComponentRow[];
}
