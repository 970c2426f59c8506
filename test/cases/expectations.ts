/** Compares what the markers of a case demand with what the linter found, and says in readable lines where they differ. */
import { type Case, isAbout, type PlacedMarker } from './case-file.ts';
import type { Found } from './found.ts';
import { isFix } from './found.ts';
import type { FixDemand } from './marker.ts';

/** Empty when all is well. */
export function compare(subject: Case, found: readonly Found[]): string[] {
  const failures: { readonly line: number; readonly text: string }[] = [];
  const taken = new Set<Found>();
  const own = found.filter(
    (each) => isAbout(subject, each.rule) || subject.markers.some(({ marker }) => marker.kind === 'report' && marker.rule === each.rule),
  );
  const at = (placed: PlacedMarker, isMeant: (rule: string) => boolean): Found[] =>
    own.filter((each) => each.file === placed.file && each.line === placed.line && isMeant(each.rule));
  const fail = (placed: PlacedMarker, expected: string, got: string): void => {
    failures.push({ line: placed.origin, text: describe(subject, placed.file, placed.line, expected, got) });
  };

  for (const placed of subject.markers) {
    const { marker } = placed;
    switch (marker.kind) {
      case 'report': {
        const match = at(placed, (rule) => rule === marker.rule).find((each) => !taken.has(each));
        if (!match) fail(placed, `${marker.rule}`, 'nothing');
        else {
          taken.add(match);
          if (marker.severity && marker.severity !== match.severity) fail(placed, `a ${marker.severity}`, `a ${match.severity}: ${match.message}`);
          if (marker.growth && marker.growth !== match.growth) fail(placed, marker.growth, match.growth ?? `no growth: ${match.message}`);
          const wrong = marker.fix ? wrongFix(marker.fix, match) : null;
          if (wrong) fail(placed, wrong.expected, wrong.got);
        }
        break;
      }
      case 'silent': {
        const match = at(placed, (rule) => isAbout(subject, rule)).find((each) => !taken.has(each));
        if (!match) break;
        taken.add(match);
        fail(placed, `silence, because: ${marker.reason}`, match.message);
        break;
      }
      case 'miss': {
        const match = at(placed, (rule) => isAbout(subject, rule)).find((each) => !taken.has(each));
        if (!match) break;
        taken.add(match);
        fail(placed, `to be missed: ${marker.reason}`, `healed: make it \`! ${match.rule}\`. ${match.message}`);
        break;
      }
      case 'false': {
        const match = at(placed, (rule) => isAbout(subject, rule)).find((each) => !taken.has(each));
        if (match) taken.add(match);
        else fail(placed, `a false alarm: ${marker.reason}`, 'healed: make it `= …`');
        break;
      }
      default:
    }
  }
  for (const each of own) {
    if (taken.has(each)) continue;
    const origin = subject.files.find((file) => file.name === each.file)?.origin[each.line] ?? 0;
    failures.push({
      line: origin,
      text: describe(subject, each.file, each.line, 'nothing (the line has no marker)', `${each.rule}: ${each.message}`),
    });
  }
  return failures.toSorted((a, b) => a.line - b.line).map((each) => each.text);
}

function wrongFix(demand: FixDemand, found: Found): { expected: string; got: string } | null {
  if (demand === 'none') return isFix(found.fix) ? { expected: 'no fix', got: `${found.fix.level}: ${found.fix.title}` } : null;
  if (!isFix(found.fix)) return { expected: `a fix (${demand})`, got: found.fix ? `refused: ${found.fix.refused}` : 'none' };
  if (demand !== 'any' && demand !== found.fix.level)
    return { expected: `a ${demand} fix`, got: `${found.fix.level}: ${[...found.fix.unproven, found.fix.title].join('; ')}` };
  return null;
}

/** `basic.ts:12`, the line itself, what was expected and what came. */
export function describe(subject: Case, file: string, line: number, expected: string, got: string): string {
  const source = subject.files.find((each) => each.name === file);
  const origin = (source?.origin[line] ?? line) + 1;
  const text = source?.text.split('\n')[line] ?? '';
  const place = file === subject.name ? subject.name : `${subject.name} (${file})`;
  return `${place}:${origin}\n    ${String(origin).padStart(3)} | ${text}\n    expected  ${expected}\n    got       ${got}`;
}
