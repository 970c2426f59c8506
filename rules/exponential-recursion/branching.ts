/** Which calls of itself a function makes in one run, and whether they ask for the same things again further down. */
import { argumentOf } from '../../model/arguments.ts';
import { infoOf } from '../../model/calls.ts';
import type { Call, FileModel, Fn, Node } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';

/** Two or more calls of one run whose arguments are smaller by so much: `fib(n - 1) + fib(n - 2)`. Null where there are no such. */
export function overlapping(program: Program, file: FileModel, fn: Fn): readonly Call[] | null {
  const isOwn = (call: Call): boolean => call.fn === fn.id && infoOf(program, file, call).target?.fn === fn && isOfSame(call);
  const most = mostOf(fn.body, (node) => {
    const call = node.kind === 'call' ? file.calls[node.id] : undefined;
    return call && isOwn(call) ? call : null;
  });
  const smaller = most.filter((call) => isSmaller(file, fn, call));
  return smaller.length >= 2 && most.length === smaller.length ? smaller : null;
}

/** `solve(n - 1)` and `self.solve(n - 1)`, and not `left.solve(n - 1)` of another object. */
function isOfSame({ callee, member }: Call): boolean {
  return member === null || (callee.root.kind === 'this' && callee.path.length === 0);
}

type Find = (node: Node) => Call | null;

/** The calls of the run that makes the most of them. */
function mostOf(nodes: readonly Node[], find: Find): readonly Call[] {
  const { through, left } = runsOf(nodes, find);
  return through && through.length > left.length ? through : left;
}

interface Runs {
  /** The most on a way to the end of the statements; null where none gets there. */
  readonly through: readonly Call[] | null;
  /** The most on a way that leaves before. */
  readonly left: readonly Call[];
}

function runsOf(nodes: readonly Node[], find: Find): Runs {
  let through: readonly Call[] = [];
  let left: readonly Call[] = [];
  for (const node of nodes) {
    const own = find(node);
    if (own) through = [...through, own];
    if (node.kind === 'exit') return { through: null, left: longer(left, through) };
    // What stands in a loop is made for each element, of a tree mostly: one of them is no branching of its own.
    if (node.kind !== 'branch') continue;
    const arms = [...node.arms, ...(node.arms.length < 2 ? [[]] : [])].map((arm) => runsOf(arm, find));
    for (const arm of arms) left = longer(left, [...through, ...arm.left]);
    const onwards = arms.flatMap((arm) => (arm.through ? [arm.through] : []));
    if (onwards.length === 0) return { through: null, left };
    through = [...through, ...onwards.reduce(longer)];
  }
  return { through, left };
}

function longer(a: readonly Call[], b: readonly Call[]): readonly Call[] {
  return b.length > a.length ? b : a;
}

/** Each parameter is handed on as it is or smaller by a number that stands there, or is a constant; one of them is smaller. */
function isSmaller(file: FileModel, fn: Fn, call: Call): boolean {
  if (call.args.some((a) => a.spread) || call.args.length > fn.params.length) return false;
  const steps = fn.params.map((param, i) => {
    if (param.rest || param.binding === null) return 'other';
    const given = argumentOf(call, fn, i)?.value;
    if (!given || given.literal !== null) return 'same';
    const uses = file.bindings[param.binding]?.uses ?? [];
    if (uses.some((use) => use.kind === 'assign' && use.path.length === 0)) return 'other';
    return given.text === param.name ? 'same' : isStep(given.text, param.name) ? 'smaller' : 'other';
  });
  return steps.includes('smaller') && !steps.includes('other');
}

const STEPS: readonly RegExp[] = [/^ ?[-+] ?\d+$/, /^\[\d+:\]$/, /^\[:-\d+\]$/, /^\.(slice|substring|substr|subarray)\((\d+|0, ?-\d+)\)$/];

/** `n - 1`, `at + 1`, `text[1:]`, `text.slice(1)` */
export function isStep(text: string, name: string): boolean {
  return text.startsWith(name) && STEPS.some((step) => step.test(text.slice(name.length)));
}
