/** Chains of calls: `db.select().from(users).limit(20)` is three calls, each the receiver of the next. */
import type { Call, FileModel, Span, Value } from './file.ts';
import { memo, type Program } from './program.ts';

/** The calls that a chain goes on with after this one, in order. */
export function laterLinks(program: Program, file: FileModel, call: Call): Call[] {
  const next = memo<FileModel, ReadonlyMap<number, Call>>(program, 'chains', file, new Map(), () => {
    const links = new Map<number, Call>();
    for (const link of file.calls)
      if (link.member !== null && link.callee.root.kind === 'call' && link.callee.path.length === 0) links.set(link.callee.root.call, link);
    return links;
  });
  const links: Call[] = [];
  for (let at = next.get(call.id); at && links.length < 16; at = next.get(at.id)) links.push(at);
  return links;
}

/** The calls that lead up to this one in its chain, nearest first. */
export function earlierLinks(file: FileModel, call: Call): Call[] {
  const links: Call[] = [];
  for (let at: Call | undefined = call; at && links.length < 16; ) {
    at = at.member !== null && at.callee.root.kind === 'call' && at.callee.path.length === 0 ? file.calls[at.callee.root.call] : undefined;
    if (at) links.push(at);
  }
  return links;
}

/** The call that made a value, or the constant that stands for it: `const wanted = select(Order)`. */
export function madeBy(file: FileModel, value: Value): Call | undefined {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  const made = binding?.kind === 'const' && binding.init ? binding.init : value;
  return made.root.kind === 'call' && made.path.length === 0 ? file.calls[made.root.call] : undefined;
}

/** The call that an expression ends with. */
export function callAt(file: FileModel, { start, end }: Span): Call | undefined {
  return file.calls.find(({ span }) => span.start === start && span.end === end);
}
