/**
 * One test of a writer: a small program in, the fixed text out. The text parses, edits do not overlap, and where Python is at hand both
 * texts can be run and compared.
 */
import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Span } from '../../../../model/file.ts';
import type { Edit, Fix, FixIntent, Refusal } from '../../../../model/finding.ts';
import { nodesIn } from '../../proofs/view.ts';
import { parseTree } from '../../tree.ts';
import { writeFix } from '../write-fix.ts';

export const FILE = '/src/file.py';

/** Finds spans by the text that they cover, or that they begin with. */
export interface Find {
  /** Exactly this text, the first time that it stands there as a whole. */
  readonly exactly: (text: string) => Span;
  /** The outermost loop that begins with this text: a statement, a comprehension or a call. */
  readonly loop: (head: string) => Span;
}

export type Intent = (find: Find) => FixIntent;

export interface Outcome {
  readonly fix: Fix | Refusal;
  /** The text with the fix, or null. */
  readonly after: string | null;
}

export function tryFix(code: string, intent: Intent): Outcome {
  const fix = writeFix(intent(finder(code)), code);
  if ('refused' in fix) return { fix, after: null };
  const after = applied(code, fix.edits);
  expect(parseTree(after, false).error, after).toBeNull();
  return { fix, after };
}

export function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { span, text: written } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    expect(span.start, 'edits overlap').toBeGreaterThanOrEqual(done);
    result += text.slice(done, span.start) + written;
    done = span.end;
  }
  return result + text.slice(done);
}

const LOOPS = /^(for_statement|while_statement|call|\w+_comprehension|generator_expression)$/;

function finder(code: string): Find {
  const { root } = parseTree(code, false);
  return {
    exactly(text) {
      const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const match = new RegExp(`(?<![\\w."'])${escaped}${/\w$/.test(text) ? '(?!\\w)' : ''}`).exec(code);
      if (!match) throw new Error(`not in the text: ${text}`);
      return { start: match.index, end: match.index + text.length };
    },
    loop(head) {
      const start = code.indexOf(head);
      const found = start === -1 ? undefined : [...nodesIn(root)].find((node) => node.start === start && LOOPS.test(node.type));
      if (!found) throw new Error(`no loop begins so: ${head}`);
      return { start: found.start, end: found.end };
    },
  };
}

/** The intent of `nested-loop-lookup`. */
export function beforeLoop(call: string, loop: string, form = 'includes'): Intent {
  return (find) => ({ kind: 'index-before-loop', file: FILE, call: find.exactly(call), loop: find.loop(loop), form });
}

export function besideList(call: string, loop: string, declaration: string): Intent {
  return (find) => ({
    kind: 'index-beside-list',
    file: FILE,
    call: find.exactly(call),
    loop: find.loop(loop),
    form: 'includes',
    declaration: find.exactly(declaration),
    grows: [],
  });
}

export function setInstead(declaration: string): Intent {
  return (find) => ({ kind: 'set-instead-of-list', file: FILE, declaration: find.exactly(declaration), uses: [] });
}

export function innerLoop(loop: string, inner: string): Intent {
  return (find) => ({ kind: 'index-inner-loop', file: FILE, loop: find.loop(loop), inner: find.loop(inner) });
}

/** A run of `run(*arguments)`, the arguments written in Python. */
export interface Run {
  readonly before: string;
  readonly after: string;
  readonly inputs: readonly string[];
}

/** For each run and input what differs; empty when both texts behave alike. Null without Python. */
export function differences(runs: readonly Run[]): readonly string[] | null {
  const done = spawnSync('python3', ['-c', COMPARE], { input: JSON.stringify(runs), encoding: 'utf8' });
  if (done.error) return null;
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as string[];
}

const COMPARE = `
import contextlib, io, json, sys
def observe(text, given):
    space = {}
    try:
        exec(compile(text, 'case', 'exec'), space)
        arguments = eval('(' + given + ',)' if given else '()', space)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            result = space['run'](*arguments)
            if hasattr(result, '__next__'): result = list(result)
        return repr((result, arguments, printed.getvalue()))
    except Exception as error:
        return 'raises ' + type(error).__name__
found = []
for run in json.load(sys.stdin):
    for given in run['inputs']:
        before, after = observe(run['before'], given), observe(run['after'], given)
        if before != after: found.append(given + ': ' + before + ' became ' + after + ' by\\n' + run['after'])
print(json.dumps(found))
`;

/** The fix is `safe`, gives exactly this text, and changes nothing that Python can see. */
export function isSafe(code: string, intent: Intent, expected: string, inputs: readonly string[] = []): void {
  const { fix, after } = tryFix(code, intent);
  expect(fix).toMatchObject({ level: 'safe' });
  expect(after).toBe(expected);
  behavesAlike(code, after, inputs);
}

/** The fix is offered, and says what it could not prove. */
export function isSuggested(code: string, intent: Intent, assumed: RegExp, inputs: readonly string[] = []): string {
  const { fix, after } = tryFix(code, intent);
  expect(fix).toMatchObject({ level: 'suggestion' });
  if ('refused' in fix || after === null) throw new Error('no fix');
  expect(fix.unproven.join('; ')).toMatch(assumed);
  expect(fix.title).toContain(fix.unproven[0]);
  behavesAlike(code, after, inputs);
  return after;
}

export function isRefused(code: string, intent: Intent, reason: RegExp): void {
  const { fix } = tryFix(code, intent);
  expect('refused' in fix ? fix.refused : fix).toMatch(reason);
}

const runs: Run[] = [];

function behavesAlike(before: string, after: string | null, inputs: readonly string[]): void {
  if (inputs.length > 0 && after !== null) runs.push({ before, after, inputs });
}

/** The last test of a file: all texts that came with inputs do the same as before, seen from one Python. */
export function allBehaveAlike(): void {
  expect(runs.length).toBeGreaterThan(0);
  expect(differences(runs) ?? []).toEqual([]);
}
