/**
 * What keeps a finding the same finding when lines above it come and go.
 *
 * `lineHashes` yields what GitHub computes itself when a SARIF file is uploaded with its action, so that uploading through the plain API
 * opens no second alert: a polynomial hash (base 37, modulo 2^64) of the hundred characters from the start of a line, blanks left out,
 * and how many lines before had the same. `stableFingerprints` is ours: rule, path, the text of the statement, occurrence.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';
import type { Report } from './report.ts';

const window = 100;
const base = 37n;
const leading = BigInt.asUintN(64, base ** BigInt(window));
const endOfFile = 65535;

/** Index 0 is line 1. */
export function lineHashes(text: string): string[] {
  const characters: number[] = [];
  const starts: number[] = [];
  let atStart = true;
  const add = (code: number) => {
    if (atStart) starts.push(characters.length);
    atStart = code === 10;
    characters.push(code);
  };
  const normal = text.replace(/\r\n?/g, '\n');
  for (let i = 0; i < normal.length; i++) {
    const code = normal.charCodeAt(i);
    if (code !== 32 && code !== 9) add(code);
  }
  add(endOfFile);

  const hashes: string[] = [];
  const seen = new Map<string, number>();
  let hash = 0n;
  // The hash at `end` covers the characters before it; a line's own covers those from its start.
  let next = 0;
  for (let end = 0; next < starts.length; end++) {
    const start = starts[next] ?? 0;
    if (end === start + window) {
      const key = hash.toString(16);
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      hashes.push(`${key}:${nth}`);
      next++;
    }
    const gone = end >= window ? (characters[end - window] ?? 0) : 0;
    hash = BigInt.asUintN(64, hash * base + BigInt(characters[end] ?? 0) - leading * BigInt(gone));
  }
  return hashes;
}

export function stableFingerprints(
  findings: readonly Finding[],
  report: Pick<Report, 'placeOf' | 'relative' | 'inRepository'>,
): Map<Finding, string> {
  const seen = new Map<string, number>();
  const prints = new Map<Finding, string>();
  for (const finding of findings) {
    const { lines, range } = report.placeOf(finding.file, finding.span);
    let statement = '';
    for (let n = range.start.line; lines !== null && n <= range.end.line; n++) statement += ` ${lines.textOf(n)}`;
    const subject = [finding.rule, report.inRepository(finding.file) ?? report.relative(finding.file), statement.trim().replace(/\s+/g, ' ')].join(
      '\0',
    );
    const nth = seen.get(subject) ?? 0;
    seen.set(subject, nth + 1);
    prints.set(finding, createHash('sha256').update(`${subject}\0${nth}`).digest('hex').slice(0, 32));
  }
  return prints;
}
