/** Counts the traps: there are many in each language, each says what it is, and refusing every fix is no way out. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { trapGroups } from '../cases/discover.ts';
import { readLine } from '../cases/marker.ts';
import { languageOf } from '../cases/case-file.ts';

const TRAP = /^\s*(?:\/\/|#) trap: (?<why>.+)$/;

interface Trap {
  readonly place: string;
  readonly why: string;
  /** What is demanded of the fixes of its findings. */
  readonly fixes: readonly string[];
  /** The rules see the trap themselves, or are known to miss it. */
  readonly silent: boolean;
}

/** A trap begins with the line that says what a naive fix would break, and ends where the next one begins. */
function trapsOf(path: string): Trap[] {
  const traps: (Trap & { fixes: string[]; silent: boolean })[] = [];
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const why = TRAP.exec(line)?.groups?.['why'];
    if (why) traps.push({ place: `${path}:${index + 1}`, why, fixes: [], silent: false });
    const trap = traps.at(-1);
    for (const marker of trap ? readLine(line, languageOf(path)).markers : []) {
      if (marker.kind === 'report' && marker.fix) trap?.fixes.push(marker.fix);
      else if (trap && (marker.kind === 'silent' || marker.kind === 'miss')) trap.silent = true;
    }
  }
  return traps;
}

describe.each(trapGroups())('$name', ({ paths }) => {
  const traps = paths.flatMap(trapsOf);
  const tempting = traps.filter((trap) => trap.fixes.length > 0);
  const having = (fix: string): number => tempting.filter((trap) => trap.fixes.includes(fix)).length;

  test('are sixty or more', () => expect(tempting.length).toBeGreaterThanOrEqual(60));

  test('each demand something of a fix, or are silent for a reason', () =>
    expect(traps.filter((trap) => !trap.silent && !tempting.includes(trap))).toEqual([]));

  test('are each of their own', () => expect(new Set(traps.map((trap) => trap.why)).size).toBe(traps.length));

  test('are not all refused, so that refusing is no way out', () => expect(having('safe') + having('suggestion')).toBeGreaterThanOrEqual(12));
});
