/** A file's model as text: what scalelint believes, for people and for tests. */
import { boundOf, boundText } from './bounds.ts';
import { infoOf, operationOf } from './calls.ts';
import { entryOf } from './entries.ts';
import { extentOf } from './extents.ts';
import type { Extent, FileModel, Fn, Node } from './file.ts';
import type { Program } from './program.ts';
import { summaryOf } from './summaries.ts';

export function printFile(program: Program, file: FileModel, text: string): string {
  const lines: string[] = [`${file.path} (${file.context})`];
  for (const fn of file.functions) {
    if (fn.kind === 'module' && fn.body.length === 0) continue;
    const entry = entryOf(program, fn);
    lines.push(
      '',
      `${fn.async ? 'async ' : ''}${fn.name}(${fn.params.map((p) => p.name).join(', ')}) at line ${lineOf(text, fn.span.start)}${entry ? `, entry point: ${entry.label}` : ''}`,
    );
    const bound = fn.kind === 'module' ? null : boundText(boundOf(program, file, fn));
    if (bound) lines.push(`  bound: ${bound}`);
    const effects = summaryOf(program, { file, fn }).effects;
    if (effects.length > 0) lines.push(`  effects: ${effects.map((e) => `${e.kind} (${e.text})`).join(', ')}`);
    printNodes(program, file, text, fn, fn.body, '  ', lines);
  }
  return `${lines.join('\n')}\n`;
}

function printNodes(program: Program, file: FileModel, text: string, fn: Fn, nodes: readonly Node[], indent: string, lines: string[]): void {
  for (const node of nodes) {
    switch (node.kind) {
      case 'loop': {
        const over = node.over ? ` over \`${node.over.text}\` (${describeExtent(extentOf(program, file, node.over))})` : '';
        lines.push(`${indent}loop ${node.style}${over}${node.parallel ? ', in parallel' : ''} at line ${lineOf(text, node.span.start)}`);
        const closure = node.closure === null ? undefined : file.functions[node.closure];
        printNodes(program, file, text, fn, closure ? closure.body : node.body, `${indent}  `, lines);
        break;
      }
      case 'branch':
        lines.push(`${indent}branch${node.memo ? ' (memo)' : ''}${node.test ? ` on \`${node.test.text}\`` : ''}`);
        for (const arm of node.arms) if (arm.length > 0) printNodes(program, file, text, fn, arm, `${indent}  `, lines);
        break;
      case 'rebuild': {
        const rebuild = file.rebuilds[node.id];
        if (rebuild) lines.push(`${indent}rebuilds \`${rebuild.place.text}\` (${rebuild.how})${rebuild.returned ? ' and returns it' : ''}`);
        break;
      }
      case 'exit':
        lines.push(`${indent}${node.exit}`);
        break;
      case 'call': {
        const call = file.calls[node.id];
        if (!call) break;
        const { target, symbol } = infoOf(program, file, call);
        const op = operationOf(program, file, call);
        const cost = op
          ? `: ${op.kind}${op.on ? ` of \`${op.on.text}\` (${op.on.kind}, ${describeExtent(extentOf(program, file, op.on))})` : ''}`
          : '';
        lines.push(
          `${indent}${call.awaited ? 'await ' : ''}call \`${call.text}\`${target ? ` → ${target.fn.name}` : symbol ? ` → ${symbol}` : ''}${cost}`,
        );
        break;
      }
    }
  }
}

function describeExtent(extent: Extent): string {
  return extent.why ? `${extent.class}: ${extent.why}` : extent.class;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
