/**
 * The words that snippets of library use are written in.
 *
 * `use(setUp, { says: calls })`: after the set-up each call, one a line, must be understood as `says`. A call stands for its whole
 * chain: the last operation in it counts. `▸` marks the call that is meant where it is not the whole line, and `«get set»` stands
 * for each of its words in turn, so that a hundred calls that differ in a name take one line. The same `«…»` twice is the same word.
 *
 * What can be said, in this order (see `said` in `usage.test.ts`):
 * - the operation: `query read|write`, `request`, `build`, `blocking`, `compute of X`, `scan of X`, `copy of X`, `sort of X`; then
 *   `light` or `heavy`, `bulk`, and `by RECIPE` where the fix writer can turn many into one
 * - what it yields: `→ list/table`, and `≤ take` for what caps that
 * - what becomes of functions given to it: `each`, `later`, `once`, `entry`
 * - `twin MODULE`: the promise form; `grouped`: many such calls become one
 * - `brings WORD`: a query that can be told by WORD to bring relations along; `loads`: asks for a relation of a row, `loads again` also
 *   where the row has it
 * - `nothing`: known to cost nothing, or not known at all
 */
export interface Use {
  readonly setUp: string;
  readonly says: string;
  readonly call: string;
  /** The type checker's word on who declares what is called, where no syntax can tell. */
  readonly declaredBy: string | null;
}

/** A limit of today: understood as `says`, though it should be `should`. Fails when it heals. */
export interface KnownWrong extends Use {
  readonly should: string;
  readonly because: string;
}

type Calls = Readonly<Record<string, string>>;

export function use(setUp: string, calls: Calls): Use[] {
  return expanded(setUp).flatMap((before) => understood(before, calls, null));
}

/** Only a type checker can tell who declares these. No package is installed here, so that its word is put into its mouth. */
export function declared(owners: string, calls: Calls): Use[] {
  return owners.split(/\s+/).flatMap((owner) => understood('declare const it: any; declare const x: any;', calls, owner));
}

export function wrong(because: string, setUp: string, call: string, is: string, should: string): KnownWrong[] {
  return expanded(setUp).flatMap((before) =>
    expanded(call).map((one) => ({
      setUp: before,
      call: one,
      says: is,
      should,
      because,
      declaredBy: null,
    })),
  );
}

function understood(setUp: string, calls: Calls, declaredBy: string | null): Use[] {
  return Object.entries(calls).flatMap(([says, lines]) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .flatMap((line) => expanded(line).map((call) => ({ setUp, says, call, declaredBy }))),
  );
}

function expanded(text: string): string[] {
  const [whole, choice] = /«([^»]*)»/.exec(text) ?? [];
  if (whole === undefined || choice === undefined) return [text];
  return choice
    .trim()
    .split(/\s+/)
    .flatMap((word) => expanded(text.replaceAll(whole, () => word)));
}
