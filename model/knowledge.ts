/**
 * The shape of what we know about libraries: data that linking applies, looked up by resolved symbol and never by bare text.
 *
 * A symbol is `module#member`, `module#Type.member` or `module#Type.path.member`: `fs#readFileSync`, `typeorm#Repository.find`,
 * `@prisma/client#PrismaClient.*.findMany`. `node:` is dropped from built-in modules; `global#fetch` is a global; `module#default` is the
 * module's own function (`express()`, whether imported or required). `*` stands for exactly one segment, and may begin or end a segment (`*Delegate`).
 */
import type { CollectionKind, Extent, OperationKind } from './file.ts';

export interface KnowledgeRow {
  readonly symbol: string;
  /** What a call costs, beyond constant time. */
  readonly op?: {
    readonly kind: OperationKind;
    readonly access?: 'read' | 'write';
    /** A recipe of the fix writer that turns many such calls into one. */
    readonly batch?: string;
    /** `light`: a stat; `heavy`: a network hop, a subprocess, password hashing. */
    readonly weight?: 'light' | 'heavy';
    /** Index of the argument whose size it costs, for scans, copies and sorts (`_.find(xs, …)`: 0). */
    readonly on?: number;
    /** Takes many keys at once (`findMany`, `mget`): one call with a list is the remedy, not the problem. */
    readonly bulk?: boolean;
  };
  /** The type of what a call yields once awaited: `pg#Client`, or `self` for builders that return themselves. */
  readonly returns?: string;
  /** Kind and size of what a call yields once awaited. */
  readonly result?: { readonly kind: CollectionKind; readonly extent: Extent['class']; readonly why: string };
  /** Argument properties or builder members that cap the result: `take`, `limit`, `first`. */
  readonly cappedBy?: readonly string[];
  /** Its function arguments are hot entry points: run per request, message, event, job, render. */
  readonly entry?: EntryKind;
  /** What happens to functions passed to it. `now`: run once, before or soon after it returns; `each`: once per element of argument 0; `later`: kept, and run at some other time. Default `now`. */
  readonly callbacks?: 'now' | 'each' | 'later';
  /** For blocking calls: the promise form, as module and member (`fs/promises`, `readFile`), if it takes the same arguments. */
  readonly twin?: { readonly module: string; readonly member: string };
  /** Groups calls into one (DataLoader.load, a batching client): never counts as one query per element. */
  readonly batches?: boolean;
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
}

/** A parameter's type or a value's type that gives away what it is where nothing else does: `NextApiRequest`, `http#IncomingMessage`. A function that takes one is an entry point. */
export interface ParamEntryRow {
  readonly symbol: string;
  readonly entry: EntryKind;
}

/** Code that a tool generates into the project, and that is a library all the same: `./generated/prisma/client`. Consulted where the import leads to no file. */
export interface ModuleAlias {
  readonly specifier: RegExp;
  readonly module: string;
}

export interface Knowledge {
  readonly aliases?: readonly ModuleAlias[];
  /** Libraries whose queries run only when somebody waits for them: until then a call merely describes one. */
  readonly lazy?: readonly string[];
  readonly rows: readonly KnowledgeRow[];
  readonly types: readonly TypeRow[];
  readonly decorators: readonly DecoratorRow[];
  readonly fileEntries: readonly FileEntryRow[];
  readonly paramEntries: readonly ParamEntryRow[];
}
