/** What lowering makes of a text, in words that a test can write down. */
import type { Binding, FileModel, Fn, Node, Value } from '../../../model/file.ts';
import { parsePython } from '../frontend.ts';

export function lowered(text: string): FileModel {
  return parsePython('/main.py', text, false).lower('source', []);
}

/** Which variable each mention of a name means, in order: `a b a` are two variables of the same name. `-` means none: an attribute, the name of an argument. */
export function meanings(text: string, name: string): string {
  const { bindings } = lowered(text);
  const letters: number[] = [];
  const said: string[] = [];
  for (const { index } of text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))) {
    const found = bindings.find(
      (b) => b.name === name && ((b.span.start === index && b.span.end > index) || b.uses.some((use) => use.span.start === index)),
    );
    if (found && !letters.includes(found.id)) letters.push(found.id);
    said.push(found ? String.fromCharCode(97 + letters.indexOf(found.id)) : '-');
  }
  return said.join(' ');
}

/** The one variable of that name. */
export function binding(model: FileModel, name: string): Binding {
  const all = model.bindings.filter((b) => b.name === name);
  if (all.length !== 1 || !all[0]) throw new Error(`${all.length} variables are called ${name}`);
  return all[0];
}

export function fn(model: FileModel, name: string): Fn {
  const found = model.functions.find((each) => each.name === name);
  if (!found) throw new Error(`no function is called ${name}`);
  return found;
}

/** What a variable starts with. */
export function initial(text: string, name: string): Value {
  const { init } = binding(lowered(text), name);
  if (!init) throw new Error(`${name} starts with nothing`);
  return init;
}

/** Loops in order: style, what they walk, what they bind. Those inside another are indented. */
export function loops(text: string): string[] {
  const model = lowered(text);
  const depth = (id: number | null): number => (id === null ? 0 : 1 + depth(model.loops[id]?.parent ?? null));
  return model.loops.map((loop) => {
    const elements = loop.elements.map((id) => model.bindings[id]?.name).join(', ');
    const over = loop.over ? ` ${loop.over.text}` : '';
    const marks = [loop.counts ? 'counts' : '', loop.step === 'one' ? '' : loop.step, loop.parallel ? 'parallel' : ''].filter((mark) => mark !== '');
    return `${'  '.repeat(depth(loop.parent))}${loop.style}${over}${elements ? `: ${elements}` : ''}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  });
}

/** What the uses of a variable do, in order; what they do to a part of it follows its path. */
export function uses(text: string, name: string): string[] {
  return binding(lowered(text), name).uses.map((use) => [...use.path, use.kind].join(' '));
}

/** The statements of a function in the order they run: `f()` for a call, `return` and the like, `if memo { … | … }`, `for { … }`. */
export function outline(text: string, name = 'f'): string {
  const model = lowered(text);
  const one = (node: Node): string => {
    switch (node.kind) {
      case 'call':
        return `${model.calls[node.id]?.text}()`;
      case 'rebuild':
        return `rebuild ${model.rebuilds[node.id]?.place.text}`;
      case 'exit':
        return node.exit;
      case 'loop':
        return `for { ${all(node.closure === null ? node.body : (model.functions[node.closure]?.body ?? []))} }`;
      case 'branch':
        return `${node.recovers ? 'except' : node.memo ? 'memo' : 'if'} { ${node.arms.map(all).join(' | ')} }`;
    }
  };
  const all = (nodes: readonly Node[]): string => nodes.map(one).join('; ');
  return all(fn(model, name).body);
}
