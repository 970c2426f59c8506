/**
 * All files of a check, linked: what rules query. Answers are computed on demand and remembered; nothing here reads
 * the outside world.
 */
import type { DeclaredTable } from './declared-table.ts';
import type { Call, FileModel, Fn, Language, Loop, Value } from './file.ts';
import type { KnowledgeRow } from './knowledge.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { createMemory, type Memory, noteEverything, noteFile, remember } from './memory.ts';
import type { SqlSchema } from './sql-schema.ts';
import type { Template } from './template.ts';

/** What a module specifier means where it stands: a file of the project, a library, or nothing that we know. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package' | 'builtin'; readonly name: string }
  | { readonly kind: 'unknown' };

export interface PackageInfo {
  /** Folder of the nearest package.json, or of the workspace. */
  readonly root: string;
  readonly dependencies: ReadonlySet<string>;
}

export interface FnRef {
  readonly file: FileModel;
  readonly fn: Fn;
}

/** What is known of one call once everything is linked. */
export interface CallInfo {
  /** Functions of the project that it runs; more than one never happens: an ambiguous call is unknown. */
  readonly target: FnRef | null;
  /** What the knowledge tables say of it. */
  readonly row: KnowledgeRow | null;
  /** The library symbol that it resolves to, whether or not it has a row. */
  readonly symbol: string | null;
}

export interface Program {
  readonly files: ReadonlyMap<string, FileModel>;
  readonly knowledge: KnowledgeIndex;
  /** Identifier names that are never large. */
  smallNames(language: Language): ReadonlySet<string>;
  /** Names of lists that are seldom more than some dozens. */
  readonly fewNames: ReadonlySet<string>;
  resolve(file: string, specifier: string): ImportTarget;
  /** What a name of a template means where it stands, if that is beyond doubt. Read when it is first asked for. */
  templateNamed(file: string, name: string): Template | null;
  /** The table that a schema beside the code declares, by what its client calls it. Read when it is first asked for. */
  declaredTable(file: string, name: string): DeclaredTable | null;
  /** What the files of SQL around the code make; null where there are none, or too many. Read when it is first asked for. */
  sqlSchema(file: string): SqlSchema | null;
  /** Folders of its containers that outlive them, as what deploys it says: absolute paths there. Read when they are first asked for. */
  mounts(file: string): readonly string[];
  /** What starts it ends workers that take too long. */
  endsWorkers(file: string): boolean;
  packageOf(file: string): PackageInfo;
  /** Remembered answers; see `memo`. */
  readonly memory: Memory;
}

/** `lives`: files will change while the program is asked. */
export function createProgram(parts: Omit<Program, 'memory'>, lives = false): Program {
  return { ...parts, memory: createMemory(lives) };
}

/** Remembers the answer to one question about one object of the model. A question that asks itself again answers `whileAsking`. */
export function memo<K extends object, T>(program: Program, question: string, key: K, whileAsking: T, answer: () => T): T {
  return remember(program.memory, question, key, whileAsking, answer);
}

/** A file of the program. Whatever is concluded from it, or from its absence, rests on it. */
export function fileAt(program: Program, path: string): FileModel | undefined {
  noteFile(program.memory, path);
  return program.files.get(path);
}

/** What answers that rest on templates rest on: any of them may take a name from another. */
export const TEMPLATES = 'templates';

/** A template of the project by its name. */
export function templateAt(program: Program, file: FileModel, name: string): Template | null {
  noteFile(program.memory, TEMPLATES);
  return program.templateNamed(file.path, name);
}

/** What answers that rest on schemas rest on: a schema may have many files. */
export const SCHEMAS = 'schemas';

/** A table of the project's schema by the name that its client has for it. */
export function declaredTable(program: Program, file: FileModel, name: string): DeclaredTable | null {
  noteFile(program.memory, SCHEMAS);
  return program.declaredTable(file.path, name);
}

/** What the files of SQL around the code make. */
export function sqlSchema(program: Program, file: FileModel): SqlSchema | null {
  noteFile(program.memory, SCHEMAS);
  return program.sqlSchema(file.path);
}

/** What answers that rest on how the program is run rest on. */
export const DEPLOYMENTS = 'deployments';

/** Folders of its containers that outlive them. */
export function mountsAround(program: Program, file: FileModel): readonly string[] {
  noteFile(program.memory, DEPLOYMENTS);
  return program.mounts(file.path);
}

/** What starts the program ends workers that take too long, with all that they wait for. */
export function endsWorkersOf(program: Program, file: FileModel): boolean {
  noteFile(program.memory, DEPLOYMENTS);
  return program.endsWorkers(file.path);
}

/** All files. What is concluded from them is concluded anew after each change. */
export function allFiles(program: Program): Iterable<FileModel> {
  noteEverything(program.memory);
  return program.files.values();
}

export function loopChain(file: FileModel, loop: number | null): Loop[] {
  const chain: Loop[] = [];
  for (let id = loop; id !== null; ) {
    const at = file.loops[id];
    if (!at || chain.includes(at)) break;
    chain.push(at);
    id = at.parent;
  }
  return chain;
}

/** Is a loop the same as `outer` or inside it? */
export function isWithin(file: FileModel, loop: number | null, outer: number): boolean {
  return loopChain(file, loop).some((l) => l.id === outer);
}

/** Is a function the same as `outer` or inside it? */
export function isInside(file: FileModel, inner: number, outer: number): boolean {
  for (let id: number | null = inner; id !== null; id = file.functions[id]?.parent ?? null) if (id === outer) return true;
  return false;
}

export function callOf(file: FileModel, id: number): Call {
  return file.calls[id] as Call;
}

/** The last name in an expression: `orders` of `this.shop.orders`, `users` of `await getUsers()`; null when it has none. */
export function nameOf(file: FileModel, value: Value | null): string | null {
  if (!value) return null;
  if (value.viewOf) return nameOf(file, value.viewOf);
  const steps = value.path.filter((step) => step !== '[]');
  const last = steps[steps.length - 1];
  if (last !== undefined) return last;
  if (value.root.kind === 'binding') {
    const binding = file.bindings[value.root.binding];
    return binding && !binding.name.startsWith('__') ? binding.name : null;
  }
  if (value.root.kind === 'call') {
    const call = file.calls[value.root.call];
    const verb = call?.member ?? (call?.callee.root.kind === 'binding' ? file.bindings[call.callee.root.binding]?.name : null);
    const noun = verb?.replace(/^(get|fetch|load|find|list|read|query|all|compute|collect|build|create)(?=[A-Z])/, '');
    const words = verb?.match(/^(?:get|fetch|load|find|list|read|query|compute|collect|build|create)_(?:all_)?([a-z]\w*)$/);
    if (words?.[1]) return words[1];
    // `findMany` and `getAll` name no noun.
    return noun && noun !== verb && !/^(Many|All|One|First|List|Rows)$/.test(noun) ? noun.charAt(0).toLowerCase() + noun.slice(1) : null;
  }
  return null;
}
