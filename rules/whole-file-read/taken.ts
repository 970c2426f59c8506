/** Who is given a whole content and hands it on as it is: a response, another file, a hash, a store. */
import { argumentNamed } from '../../model/arguments.ts';
import { infoOf } from '../../model/calls.ts';
import { earlierLinks } from '../../model/chains.ts';
import { entryOf } from '../../model/entries.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import { option, optionsOf } from '../../model/given-options.ts';
import type { TakerRow } from '../../model/knowledge-wholes.ts';
import type { Program } from '../../model/program.ts';
import { knowledgeSymbol, thingOf } from '../../model/things.ts';
import { wholeContent, yieldedBy } from '../../model/whole-contents.ts';
import type { Used } from './rule.ts';

export function taken(program: Program, file: FileModel, call: Call): Used | null {
  const row = takerOf(program, file, call);
  const given = row && givenTo(file, call, row);
  const content = given ? wholeContent(program, file, given, call.span) : null;
  if (!row || !content) return null;
  return { content, at: call.nameSpan, does: row.does, remedy: content.of === 'file' ? row.ofFile : (row.ofStream ?? content.pieces) };
}

function givenTo(file: FileModel, call: Call, { position, keyword, property }: TakerRow): Value | null {
  const value = (keyword === undefined ? call.args[position] : argumentNamed(call, keyword, position))?.value;
  if (property === undefined) return value ?? null;
  const options = optionsOf(file, call, position);
  return options && options !== 'none' ? option(options, property) : null;
}

function takerOf(program: Program, file: FileModel, call: Call): TakerRow | null {
  const { symbol, target } = infoOf(program, file, call);
  if (target) return null;
  const own = symbol ? program.knowledge.taker(symbol, undefined) : null;
  if (own || call.member === null) return own;
  // Have: createHash('sha256').update(content)
  const made = yieldedBy(program, file, call.callee);
  const other = made ? program.knowledge.taker(made.symbol, [...made.asks, call.member].join('.')) : null;
  return other ?? ofResponse(program, file, call);
}

/** Have: (req, res) => res.status(200).send(content) */
function ofResponse(program: Program, file: FileModel, call: Call): TakerRow | null {
  const { callee } = [call, ...earlierLinks(file, call)].at(-1) ?? call;
  const thing = thingOf(program, file, callee);
  const type = thing ? knowledgeSymbol(thing) : isResponse(program, file, callee) ? 'http#ServerResponse' : null;
  return type ? program.knowledge.taker(`${type}.${call.member}`, undefined) : null;
}

function isResponse(program: Program, file: FileModel, { root, path }: Value): boolean {
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  const fn = binding?.param === 1 && /^(res|response|reply)$/.test(binding.name) ? file.functions[binding.fn] : undefined;
  return fn !== undefined && entryOf(program, fn)?.kind === 'request';
}
