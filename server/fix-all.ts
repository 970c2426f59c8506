/**
 * All safe fixes of a file together, from the findings that are known: no second check. Overlapping ones are left for the next
 * time, and fixes that reach into other files for the light bulb: saving one file must not change another.
 */
import { planFixes, rewrite } from '../engine/apply-edits.ts';
import { dominantLineEnd } from '../engine/lines.ts';
import { scopesOf } from '../engine/scopes.ts';
import type { Edit, Finding, Fix, Refusal } from '../model/finding.ts';
import { smallest } from './shift.ts';

export interface FixAllRequest {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly fix: (finding: Finding) => Promise<Fix | Refusal>;
  readonly mayEdit: (edit: Edit) => boolean;
  /** Whether there is time to realise another fix. */
  readonly goOn: () => boolean;
}

export async function fixAllEdits({ path, text, findings, fix, mayEdit, goOn }: FixAllRequest): Promise<Edit[]> {
  const fixes: Fix[] = [];
  for (const finding of findings) {
    if (!goOn()) break;
    const answer = await fix(finding);
    if ('level' in answer && answer.level === 'safe' && answer.edits.every((edit) => edit.file === path && mayEdit(edit))) fixes.push(answer);
  }
  const textOf = (file: string): string | null => (file === path ? text : null);
  const { texts, applied } = planFixes(fixes, textOf, scopesOf(textOf));
  const after = texts.get(path);
  if (after === undefined) return [];
  const edits = merged(applied, dominantLineEnd(text));
  if (rewrite(text, edits) === after) return edits;
  const { start, end, length } = smallest(text, 0, text.length, after);
  return [{ file: path, span: { start, end }, text: after.slice(start, start + length) }];
}

/** In order of place; an insertion that several fixes need is made once. */
function merged(fixes: readonly Fix[], lineEnd: string): Edit[] {
  const all: { readonly edit: Edit; readonly fix: Fix }[] = [];
  for (const fix of fixes) {
    for (const { file, span, text } of [...fix.edits].sort(byPlace)) {
      const edit = { file, span, text: text.replace(/\r\n|\r|\n/g, lineEnd) };
      const isShared = all.some((other) => other.fix !== fix && span.start === span.end && sameEdit(other.edit, edit));
      if (!isShared) all.push({ edit, fix });
    }
  }
  return all.map(({ edit }) => edit).sort(byPlace);
}

function byPlace(a: Edit, b: Edit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}
