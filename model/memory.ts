/**
 * Remembered answers about the program, and which files each of them rests on: an edit forgets only what it touches.
 * A check of the command line asks once and keeps no record; a session that lives on does.
 */

/** `files` that were looked at, by path; `everything` when the answer rests on the program as a whole. */
interface Ground {
  readonly files: Set<string>;
  everything: boolean;
}

interface Answer {
  value: unknown;
  /** Null while nobody keeps record. */
  ground: Ground | null;
  /** The revision at which it was found, or last found to hold still. */
  revision: number;
  /** How many others were being found when this began to be; infinite once it is found. */
  open: number;
}

type Answers = Map<object, Answer> | WeakMap<object, Answer>;

export interface Memory {
  readonly records: boolean;
  readonly answers: Map<string, Answers>;
  /** What is being answered right now, innermost. */
  asking: Ground | null;
  /** How many answers are being found right now. */
  depth: number;
  /** The outermost answer that was taken as far as it was known, because it is being found: its depth. */
  awaited: number;
  revision: number;
  /** When each file last changed. */
  readonly changed: Map<string, number>;
  /** Subjects other than files that answers rest on, with what finds out whether they changed. */
  readonly subjects: Map<string, () => void>;
}

/** Deeper than any answer that is being found. */
const FOUND = Number.POSITIVE_INFINITY;

export function createMemory(records: boolean): Memory {
  return { records, answers: new Map(), asking: null, depth: 0, awaited: FOUND, revision: 0, changed: new Map(), subjects: new Map() };
}

export function forgetEverything(memory: Memory): void {
  memory.answers.clear();
  memory.changed.clear();
}

/** These files are no longer what they were, came, or went. */
export function noteChanges(memory: Memory, paths: readonly string[]): void {
  memory.revision++;
  for (const path of paths) memory.changed.set(path, memory.revision);
}

/** Before an answer that rests on a subject is believed, `refresh` may record that it changed. */
export function whenAsked(memory: Memory, subject: string, refresh: () => void): void {
  if (memory.records) memory.subjects.set(subject, refresh);
}

export function recordChange(memory: Memory, subject: string): void {
  memory.changed.set(subject, memory.revision);
}

/** The answer being found rests on this file, or on its absence. */
export function noteFile(memory: Memory, path: string): void {
  memory.asking?.files.add(path);
}

/** The answer being found rests on all files. */
export function noteEverything(memory: Memory): void {
  if (memory.asking) memory.asking.everything = true;
}

/** Remembers the answer to one question about one object of the model. A question that asks itself again answers `whileAsking`. */
export function remember<T>(memory: Memory, question: string, key: object, whileAsking: T, find: () => T): T {
  const known = recall<T>(memory, question, key);
  if (known) return known.value;
  const answer: Answer = { value: whileAsking, ground: null, revision: memory.revision, open: memory.depth };
  answersTo(memory, question).set(key, answer);
  memory.depth++;
  try {
    const found = grounded(memory, find);
    answer.value = found.value;
    answer.ground = found.ground;
    return found.value;
  } finally {
    memory.depth--;
    answer.open = FOUND;
  }
}

/**
 * Remembers an answer that may ask for itself: then, and where it rests on another that is still being found, it holds for this moment
 * only, and is found anew the next time.
 */
export function rememberSettled<T>(memory: Memory, question: string, key: object, find: () => T): T {
  const known = recall<T>(memory, question, key);
  if (known) return known.value;
  const before = memory.awaited;
  memory.awaited = FOUND;
  try {
    const found = grounded(memory, find);
    if (memory.awaited >= memory.depth) answersTo(memory, question).set(key, { ...found, revision: memory.revision, open: FOUND });
    return found.value;
  } finally {
    memory.awaited = Math.min(before, memory.awaited);
  }
}

/** An answer that still holds. Whoever asks rests on what it rests on. */
export function recall<T>(memory: Memory, question: string, key: object): { readonly value: T } | null {
  const answer = memory.answers.get(question)?.get(key);
  if (!answer || !holds(memory, answer)) return null;
  if (answer.open < memory.awaited) memory.awaited = answer.open;
  if (answer.ground) rest(memory, answer.ground);
  return answer as { readonly value: T };
}

/** Remembers several answers that were found together. */
export function rememberAll<K extends object, T>(memory: Memory, question: string, find: () => ReadonlyMap<K, T>): void {
  const { value, ground } = grounded(memory, find);
  const answers = answersTo(memory, question);
  for (const [key, each] of value) answers.set(key, { value: each, ground, revision: memory.revision, open: FOUND });
}

function answersTo(memory: Memory, question: string): Answers {
  let answers = memory.answers.get(question);
  if (!answers) {
    // Weak, so that the objects of a file that was read anew take their answers with them.
    answers = memory.records ? new WeakMap<object, Answer>() : new Map<object, Answer>();
    memory.answers.set(question, answers);
  }
  return answers;
}

/** What is found, and the files that it rests on, apart from what is concluded from all files together. */
export function restingOn<T>(memory: Memory, find: () => T): { readonly value: T; readonly files: ReadonlySet<string> } {
  const { value, ground } = grounded(memory, find);
  return { value, files: ground?.files ?? new Set() };
}

function grounded<T>(memory: Memory, find: () => T): { readonly value: T; readonly ground: Ground | null } {
  if (!memory.records) return { value: find(), ground: null };
  const outer = memory.asking;
  const ground: Ground = { files: new Set(), everything: false };
  memory.asking = ground;
  try {
    return { value: find(), ground };
  } finally {
    memory.asking = outer;
    rest(memory, ground);
  }
}

function rest(memory: Memory, { files, everything }: Ground): void {
  const { asking } = memory;
  if (!asking) return;
  if (everything) asking.everything = true;
  else for (const file of files) asking.files.add(file);
}

function holds(memory: Memory, answer: Answer): boolean {
  if (answer.revision === memory.revision) return true;
  if (!answer.ground || answer.ground.everything) return false;
  for (const file of answer.ground.files) {
    memory.subjects.get(file)?.();
    if ((memory.changed.get(file) ?? 0) > answer.revision) return false;
  }
  answer.revision = memory.revision;
  return true;
}
