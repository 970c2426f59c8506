/** The class `Meta` inside of a class, in which Django and what is built on it say more about the outer one. */
import type { Class, FileModel, Value } from './file.ts';
import { spanHolds } from './within.ts';

export function metaOf(file: FileModel, owner: Class): Class | undefined {
  return file.classes.find((each) => each.name === 'Meta' && each !== owner && spanHolds(owner.span, each.span));
}

/** What it says by this name. */
export function inMeta(file: FileModel, owner: Class, name: string): Value | null {
  return metaOf(file, owner)?.fields.find((field) => field.name === name)?.init ?? null;
}
