/** What counts as found, as silent, as a false alarm, when scalelint is measured on known bugs. */

/** A finding, as far as scoring goes. `line` is one-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** Where its path leads, with what it points at itself. */
  readonly steps: readonly { readonly file: string; readonly line: number }[];
}

export interface Case {
  readonly facts: {
    readonly id: string;
    readonly file: string;
    /** First and last line, one-based. */
    readonly lines: readonly [number, number];
    readonly line_list?: readonly number[];
    readonly fixed_lines?: readonly [number, number];
    readonly fixed_line_list?: readonly number[];
    readonly class?: string;
    readonly would_be_class?: string;
  };
  /** The file of the case could be extracted. */
  readonly complete: boolean;
  readonly before: readonly Place[];
  readonly after: readonly Place[];
  /** Null for a bug; for a place where nothing is wrong, what was said of its folder. */
  readonly fine: readonly Place[] | null;
}

export interface Score {
  readonly id: string;
  readonly class: string;
  readonly negative: boolean;
  readonly complete: boolean;
  readonly found: Place | null;
  /** Where nothing is said there: what is said elsewhere, at a loop or a call, and leads there. */
  readonly led: Place | null;
  /** Said at the fixed place, of the same kind. */
  readonly still: Place | null;
}

/** Lines that a report may be off, as fixes move code. */
const TOLERANCE = 2;

/** Which classes of bugs a rule speaks of; classes that shade into one another count for each other. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  'nested-loop-lookup': ['nested-loop-lookup', 'list-as-set', 'dedupe-quadratic'],
  'list-as-set': ['list-as-set', 'dedupe-quadratic', 'nested-loop-lookup'],
  'quadratic-accumulation': ['accumulating-copy'],
  'string-building-in-loop': ['accumulating-copy'],
  'sort-in-loop': ['sort-in-loop'],
  'invariant-work-in-loop': ['repeated-work-in-loop'],
  'exponential-recursion': ['repeated-work-in-loop', 'blocking-cpu'],
  'list-as-queue': ['queue-shift'],
  'unbounded-cache': ['unbounded-cache'],
  'client-per-request': ['per-request-client'],
  'n-plus-one-query': ['n-plus-one', 'missing-batch', 'await-in-loop'],
  'repeated-identical-query': ['n-plus-one', 'missing-batch', 'repeated-work-in-loop'],
  'foreign-key-by-object': ['n-plus-one'],
  'unbounded-concurrency': ['missing-batch', 'await-in-loop'],
  'lazy-relation-in-loop': ['n-plus-one', 'missing-batch', 'await-in-loop'],
  'sync-io-in-hot-path': ['sync-io-hot-path', 'blocking-cpu', 'blocking-in-async'],
  'cpu-work-in-handler': ['blocking-cpu', 'sync-io-hot-path', 'blocking-in-async'],
  'threads-for-cpu-work': ['gil-threads'],
  'sequential-independent-awaits': ['await-in-loop'],
  'cache-without-expiry': ['unbounded-cache'],
};

export function scoreOf({ facts, complete, before, after, fine }: Case): Score {
  const kind = facts.class ?? facts.would_be_class ?? '';
  const first = (places: readonly Place[], range: Range, list: Lines, pointsAt: (place: Place) => Place['steps']): Place | null => {
    const isThere = (step: Place['steps'][number]): boolean => step.file === facts.file && isNear(step.line, range, list);
    const hits = places.filter((place) => CLASSES[place.rule]?.includes(kind) && pointsAt(place).some(isThere));
    return hits.find((place) => place.severity === 'warning') ?? hits[0] ?? null;
  };
  const at = (places: readonly Place[], range: Range, list: Lines): Place | null => first(places, range, list, (place) => [place]);
  if (fine) return { id: facts.id, class: kind, negative: true, complete, found: at(fine, facts.lines, facts.line_list), led: null, still: null };
  const found = at(before, facts.lines, facts.line_list);
  const led = found ? null : first(before, facts.lines, facts.line_list, (place) => place.steps);
  const fixed = facts.fixed_lines ?? facts.lines;
  const still = led ? first(after, fixed, facts.fixed_line_list, (place) => place.steps) : at(after, fixed, facts.fixed_line_list);
  return { id: facts.id, class: kind, negative: false, complete, found, led, still };
}

type Range = readonly [number, number];
type Lines = readonly number[] | undefined;

function isNear(line: number, [first, last]: Range, list: Lines): boolean {
  return list ? list.some((l) => Math.abs(l - line) <= TOLERANCE) : line >= first - TOLERANCE && line <= last + TOLERANCE;
}

export function printScores(scores: readonly Score[], places: boolean): string {
  const bugs = scores.filter((s) => !s.negative);
  const fine = scores.filter((s) => s.negative);
  const covered = new Set(Object.values(CLASSES).flat());
  const lines: string[] = [];
  if (places) lines.push(...scores.map(printPlace), '');
  if (bugs.length > 0) {
    lines.push(row(['bugs', 'places', 'found', 'as warning', 'silent after the fix', 'by a path', 'silent']));
    const classes = [...new Set(bugs.map((s) => s.class))].sort((a, b) => Number(covered.has(b)) - Number(covered.has(a)) || a.localeCompare(b));
    for (const name of [...classes, 'all']) {
      const own = name === 'all' ? bugs : bugs.filter((s) => s.class === name);
      const found = own.filter((s) => s.found);
      const warned = found.filter((s) => s.found?.severity !== 'info');
      const led = own.filter((s) => s.led);
      const silent = (all: readonly Score[]): number => all.filter((s) => !s.still).length;
      lines.push(
        row([name, own.length, share(found.length, own.length), warned.length, share(silent(found), found.length), led.length, silent(led)]),
      );
    }
  }
  if (fine.length > 0) {
    lines.push('', row(['nothing wrong', 'places', 'reported', 'as warning', '']));
    for (const name of [...new Set(fine.map((s) => s.class))].sort().concat('all')) {
      const own = name === 'all' ? fine : fine.filter((s) => s.class === name);
      lines.push(row([name, own.length, own.filter((s) => s.found).length, own.filter((s) => s.found && s.found.severity !== 'info').length, '']));
    }
  }
  const incomplete = scores.filter((s) => !s.complete);
  if (incomplete.length > 0) lines.push('', `without their file: ${incomplete.map((s) => s.id).join(', ')}`);
  return lines.join('\n');
}

function printPlace(score: Score): string {
  const said = (place: Place | null): string => (place ? `${place.severity} ${place.line} ${place.message}` : '—');
  const still = score.still ? `\n    after the fix: ${said(score.still)}` : '';
  const word = score.negative ? 'fine' : score.found ? 'found' : score.led ? 'by a path' : 'MISSED';
  return `${word}  ${score.class}  ${score.id}\n    ${said(score.found ?? score.led)}${still}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0' : `${part} (${Math.round((part / whole) * 100)} %)`;
}

function row(cells: readonly (string | number)[]): string {
  const widths = [24, 8, 14, 13, 23, 12, 9];
  return cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i] ?? 0) : String(cell).padStart(widths[i] ?? 0)))
    .join('')
    .trimEnd();
}
