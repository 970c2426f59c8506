/**
 * What a source file says about cost, as plain data: a language's front end lowers a file to it, and linking, summaries and rules read this and
 * never a syntax tree. Spans stand for tree nodes, so a model can be printed, cached and compared. Ids are indices into their own file's arrays.
 */
import type { DeclaredCallee } from './declared-callee.ts';
import type { Rebuild, RebuildNode } from './rebuild.ts';
import type { StatedSize } from './stated-size.ts';
import type { Told } from './told.ts';
import type { Use } from './use.ts';
import type { WithBlock } from './with-block.ts';

/** A range of a file: UTF-16 offsets from the start of the text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** JavaScript counts as `typescript`: one front end reads both. */
export type Language = 'typescript' | 'python';

/** What kind of file this is, judged from its path and head. Only `source` files are judged as production code. */
export type FileContext = 'source' | 'test' | 'script' | 'config' | 'cli' | 'migration' | 'seed' | 'example' | 'benchmark' | 'declaration';

export interface FileModel {
  /** Absolute path, forward slashes. */
  readonly path: string;
  readonly language: Language;
  readonly context: FileContext;
  /** `functions[0]` is the module body. */
  readonly functions: Fn[];
  readonly loops: Loop[];
  readonly calls: Call[];
  readonly rebuilds: Rebuild[];
  readonly bindings: Binding[];
  readonly classes: Class[];
  readonly imports: Import[];
  readonly exports: Export[];
  readonly withs: WithBlock[];
  /** Sizes the author stated: `// scalelint-size xs <= 20`. */
  readonly statedSizes: StatedSize[];
  /** Syntax errors: the facts below them may be incomplete. */
  readonly broken: boolean;
}

/** `local` is the binding that the import declares; `imported` is `default`, `*` (namespace or whole CommonJS module) or a name. */
export interface Import {
  readonly local: number;
  readonly specifier: string;
  readonly imported: string;
  readonly typeOnly: boolean;
  readonly span: Span;
}

/**
 * What the file offers to others. `name` is `default`, `*` (everything of `from`), `=` (`module.exports = …`) or a name.
 * Either `binding` or `fn`/`value` says what it is, or `from` + `imported` re-export another module.
 */
export interface Export {
  readonly name: string;
  readonly span: Span;
  readonly binding: number | null;
  readonly value: Value | null;
  readonly from: string | null;
  readonly imported: string | null;
}

export type FnKind = 'module' | 'function' | 'method' | 'constructor' | 'getter' | 'setter' | 'closure';

export interface Fn {
  readonly id: number;
  /** The name people know it by: `loadUsers`, `UserService.load`; a closure borrows the name of what holds or receives it. */
  readonly name: string;
  readonly kind: FnKind;
  readonly span: Span;
  /** Where to point when the function itself is meant: its name, or its head. */
  readonly nameSpan: Span;
  readonly parent: number | null;
  readonly class: number | null;
  readonly static: boolean;
  /** Bindings of the parameters; a destructured parameter has several bindings with the same `param` index. */
  readonly params: Param[];
  readonly async: boolean;
  readonly generator: boolean;
  /** Python: `await`, `async for` or `async with` stands somewhere in it. */
  readonly awaits: boolean;
  readonly decorators: Decorator[];
  /** For a closure handed to a call: which call, which argument. `loop` when the call runs it once per element. */
  readonly passedTo: { readonly call: number; readonly arg: number } | null;
  readonly loop: number | null;
  readonly body: Node[];
  /** What it returns, each `return` and an arrow's expression. */
  readonly returns: Value[];
  readonly returnType: TypeName | null;
  /** `'use server'`: strings that stand alone at its head; for the module body, at the head of the file. */
  readonly directives: readonly string[];
}

export interface Param {
  readonly name: string;
  /** The binding of a plain parameter; null when it is destructured. */
  readonly binding: number | null;
  readonly optional: boolean;
  readonly rest: boolean;
  readonly type: TypeName | null;
  /** `@Parent() post: Post` */
  decorators: readonly Decorator[];
}

/** `@Get(':id')`: the name as written, and its arguments when they are literals. */
export interface Decorator {
  readonly name: string;
  /** What is called, or stands there without a call. */
  readonly callee: Value;
  readonly args: Value[];
}

/** A type as written: `Repository<User>` is `{ name: 'Repository', binding: (of the import), args: [User] }`. `Array<T>` and `T[]` are `name: '[]'`. */
export interface TypeName {
  readonly name: string;
  readonly binding: number | null;
  readonly args: readonly TypeName[];
}

export interface Class {
  readonly id: number;
  readonly name: string;
  readonly span: Span;
  readonly binding: number | null;
  readonly extends: readonly Value[];
  readonly implements: readonly TypeName[];
  readonly decorators: Decorator[];
  readonly fields: Field[];
  /** Methods, accessors and the constructor; functions held by fields are found through `Field.init`. */
  readonly methods: { readonly name: string; readonly fn: number; readonly static: boolean; readonly private: boolean }[];
}

/** A field, whether declared, a parameter property, or only assigned in the constructor. */
export interface Field {
  readonly name: string;
  readonly span: Span;
  readonly static: boolean;
  readonly private: boolean;
  readonly readonly: boolean;
  readonly type: TypeName | null;
  readonly init: Value | null;
  readonly decorators: Decorator[];
  /** Every `this.name` in the class. */
  readonly uses: Use[];
}

export type BindingKind = 'param' | 'const' | 'let' | 'var' | 'function' | 'class' | 'import' | 'catch' | 'enum' | 'type' | 'global';

export interface Binding {
  readonly id: number;
  readonly name: string;
  readonly kind: BindingKind;
  readonly span: Span;
  /** The function whose scope holds it; module-level ones have 0. */
  readonly fn: number;
  /** The innermost loop of that function that declares it anew on each iteration. */
  readonly loop: number | null;
  /** The value it starts with; for destructuring, the part that it takes. */
  readonly init: Value | null;
  /** Values that it is given later, as far as a language without declarations shows them. */
  readonly assigned: readonly Value[];
  /** What is put under names that it is asked for: `context['books'] = books`. */
  readonly entries: readonly { readonly name: string; readonly value: Value }[];
  /** Its annotation; for a type alias or an interface, what it stands for or extends. */
  readonly type: TypeName | null;
  /** For parameters: which one. */
  readonly param: number | null;
  /** For a loop's element or index: which loop. */
  readonly elementOf: number | null;
  /** The part that it takes of what it is given, by its path: `user.id` of `({ user: { id: userId } }) => …`. */
  readonly part: string | null;
  /** For `function f` and `const f = () => …`: the function. */
  readonly function: number | null;
  readonly class: number | null;
  readonly exported: boolean;
  readonly uses: Use[];
}

/** `class` is an ES class with its own search methods or the like: proven to be no list. */
export type CollectionKind = 'list' | 'set' | 'map' | 'string' | 'object' | 'function' | 'primitive' | 'other' | 'unknown';

/** `proven`: by the type checker or by construction; `declared`: an annotation that nothing checks; `guessed`: from how it is used. */
export type Sure = 'proven' | 'declared' | 'guessed';

export interface ElementKind {
  readonly kind: 'string' | 'number' | 'bigint' | 'boolean' | 'symbol' | 'object' | 'mixed' | 'unknown';
  /** How many different values there can be, when the type is a union of literals or an enum. */
  readonly variants: number | null;
  /** May be null or undefined. */
  readonly nullable: boolean;
}

/**
 * How large something can become, and how we know. `table`: rows of a database, entries of a store;
 * `input`: grows with what the program is given; `bounded`: something caps it; `constant`: fixed in the code.
 */
export interface Extent {
  readonly class: 'constant' | 'bounded' | 'input' | 'table' | 'unknown';
  /** The number itself where it is known. */
  readonly count: number | null;
  /** A phrase for people, completing “its size is known because …”: `8 literals`, `take: 20`, `rows of a query`. */
  readonly why: string;
  /**
   * Where that tells more of the size than the class does. `request`: what one caller sends; `data`: parsed from a text, or names in a directory; `text`:
   * lines that somebody may have typed; `page`: a query that stops at so many rows; `all rows`: one without conditions, `unpaged`: where other tables only
   * are read page by page; `paged`: of a table that is, elsewhere; `kinds`: of a table whose name says that it holds kinds of things.
   */
  readonly from?: 'request' | 'data' | 'text' | 'page' | 'all rows' | 'unpaged' | 'paged' | 'kinds';
}

/** Where an expression begins, before its `path` of properties. */
export type Root =
  | { readonly kind: 'binding'; readonly binding: number }
  | { readonly kind: 'this'; readonly class: number | null }
  | { readonly kind: 'call'; readonly call: number }
  | { readonly kind: 'literal' }
  | { readonly kind: 'function'; readonly fn: number }
  | { readonly kind: 'new-list' | 'new-object' }
  | { readonly kind: 'unknown' };

/** An expression that names or makes something whose kind and size matter. */
export interface Value {
  readonly span: Span;
  /** As written, white space collapsed, cut at 60 characters. */
  readonly text: string;
  readonly root: Root;
  /** Properties after the root; `[]` stands for a computed index: `users[i].orders` is `['[]', 'orders']`. */
  readonly path: readonly string[];
  /** Which element the last step takes, where Python code says so: 1 of `_, names = load()` and of `pair[1]`. */
  readonly index: number | null;
  /** What the expression itself shows; the type tier may sharpen these four later. */
  kind: CollectionKind;
  sure: Sure;
  element: ElementKind;
  extent: Extent;
  /** May be null or undefined, as far as the types say. */
  nullable: boolean;
  /** The type checker's word on its type: the module that declares it and its name. */
  declaredType: { readonly module: string; readonly name: string } | null;
  /** All bindings that the expression reads. */
  readonly reads: readonly number[];
  /** A copy or rearrangement of another value of the same size: `[...xs]`, `Object.keys(o)`, `xs.slice()`, `await xs`. */
  readonly viewOf: Value | null;
  /** How many elements a literal list has, or null; `elements` are those that matter to linking (spreads, functions, calls). */
  readonly elements: readonly Value[];
  /** For object literals: properties worth knowing (`{ take: 20, where: … }`), and for lists none. */
  readonly properties: readonly { readonly name: string; readonly value: Value }[];
  readonly literal: string | number | boolean | null;
  /** For a regular expression that is written out: what it says. */
  readonly pattern?: { readonly source: string; readonly flags: string } | undefined;
  /** For a text that begins as a statement of SQL does: the whole of it, `?` for each part that is put in. */
  readonly statement?: string | undefined;
}

export type Node = Loop | CallNode | RebuildNode | Branch | Exit;
export type LoopStyle = 'for-of' | 'for-in' | 'for-await' | 'for' | 'while' | 'do-while' | 'callback' | 'comprehension';

export interface Loop {
  readonly kind: 'loop';
  readonly id: number;
  readonly fn: number;
  readonly style: LoopStyle;
  readonly span: Span;
  /** `for (…)`, or `users.map` for a callback: where to point when the loop is meant. */
  readonly head: Span;
  /** What it walks. For `for (let i = 0; i < xs.length; i++)` that is `xs`; for `i < n` it is `n`; null when nothing is known. */
  readonly over: Value | null;
  /** What a `while`, a `do` or a `for (…; …; …)` asks before it goes on. */
  readonly test: Value | null;
  /** `over` is a count, not a collection. */
  readonly counts: boolean;
  /** `i += size`: walks in steps, so that a body works on a chunk; `halving`: `i >>= 1` and the like. */
  readonly step: 'one' | 'chunk' | 'halving' | 'unknown';
  /** Bindings that differ on each iteration: element, index, key. */
  readonly elements: readonly number[];
  /** Enclosing loop, through closures that it runs per element. */
  readonly parent: number | null;
  /** For callbacks: the call, whose `member` is `map`, `forEach`, … */
  readonly call: number | null;
  /** The closure that is the body, for callbacks. */
  readonly closure: number | null;
  /** A comment above it says that one at a time is meant: `// serial, to avoid overloading the service`. */
  readonly deliberate: boolean;
  /** Its iterations overlap: `Promise.all(xs.map(async …))`. */
  readonly parallel: boolean;
  readonly body: Node[];
}

/** Appears in a body where the call happens; the facts stand in `FileModel.calls`. */
export interface CallNode {
  readonly kind: 'call';
  readonly id: number;
}

export interface Branch {
  readonly kind: 'branch';
  readonly span: Span;
  readonly test: Value | null;
  /** Equalities that the test demands, all of them (`&&`). */
  readonly predicate: Predicate | null;
  /** Per arm, what is known there because of the test. */
  readonly tells: readonly (readonly Told[])[];
  /** It runs its first arm only while a place is still empty, and fills it there: `if (!cache) cache = …`, `cache ??= …`, `if (!map.has(k)) map.set(k, …)`. */
  readonly memo: boolean;
  /** A `catch`: it runs only after something failed. */
  readonly recovers: boolean;
  readonly arms: readonly Node[][];
}

export interface Exit {
  readonly kind: 'exit';
  readonly exit: 'return' | 'break' | 'continue' | 'throw';
  readonly span: Span;
  /** Which loop a labelled or plain `break`/`continue` leaves. */
  readonly loop: number | null;
}

/** `a.k === b.k && …`: the equalities in it. `exact`: nothing else is tested. */
export interface Predicate {
  readonly equalities: readonly { readonly left: Value; readonly right: Value; readonly strict: boolean }[];
  readonly exact: boolean;
  /** The test was for inequality: `every(x => x !== y)`. */
  readonly negated: boolean;
}

export interface Call {
  readonly id: number;
  readonly fn: number;
  readonly span: Span;
  /** The name that is called: `findMany` of `db.user.findMany(…)`. */
  readonly nameSpan: Span;
  /** The callee as written: `db.user.findMany`. */
  readonly text: string;
  /** What is called: the function's value for `f(…)`, the receiver for `r.member(…)`. */
  readonly callee: Value;
  /** `__contains__` for Python's `x in xs`, which is a call in all but looks. */
  readonly member: string | null;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
  /** Awaited here, or at the end of the chain of calls that it begins, or returned from an async function. */
  readonly awaited: boolean;
  /** The function is suspended until it is done, and its thread is free: `await`, `async for`. */
  readonly suspends: boolean;
  /** The function gives back what it yields, as it is. */
  readonly handedBack: boolean;
  /** Another call's receiver: `select()` in `db.select().from(users)`. */
  readonly chained: boolean;
  /** `tested`: only its truth, or its comparison with -1, 0, null or undefined, matters; `counted`: only how long it is. */
  readonly result: 'discarded' | 'tested' | 'counted' | 'used';
  /** Innermost first, through closures that those loops run. */
  readonly loops: readonly number[];
  /** The language's own operation (`includes` scans …), if it is one; library operations are found by linking. */
  op: Operation | null;
  /** The type checker's word on what is called, if it was asked; in Python, what the code around it gives away. */
  declared: DeclaredCallee | null;
}

export interface Argument {
  /** Python's `limit=20`; null where the position tells which parameter is meant. */
  readonly name: string | null;
  readonly value: Value;
  readonly spread: boolean;
  /** The closure or named function in this position. */
  readonly closure: number | null;
}

export type OperationKind = 'scan' | 'copy' | 'sort' | 'shift' | 'build' | 'query' | 'request' | 'blocking' | 'compute' | 'grow';

export interface Operation {
  readonly kind: OperationKind;
  /** `includes`, `find`, `findMany`, `readFileSync`: how it is spelled. */
  readonly form: string;
  /** What it costs as much as: the list that is scanned, the rows that are read. */
  readonly on: Value | null;
  /** What is looked for: bindings it reads decide whether the work differs per iteration. */
  readonly key: Value | null;
  /** For searches by callback: what the callback demands. */
  readonly predicate: Predicate | null;
  /** The bare name of the library, or null for the language itself. */
  readonly library: string | null;
  /** For queries: reading or writing. */
  readonly access: 'read' | 'write' | null;
  /** Which recipe turns many of these into one, if there is one; a word that the fix writer knows. */
  readonly batch: string | null;
  /** For blocking calls: how bad. */
  readonly weight: 'light' | 'heavy' | null;
  /** The thread does nothing else until it is done, and so nothing else that runs on it. */
  readonly blocks: boolean;
}
