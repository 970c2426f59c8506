/**
 * Relations that a statement declares, often far from both classes: `User.hasMany(Post, { as: 'posts' })`. The methods that rows get for them are
 * found by their names.
 */
import { collected } from './collected.ts';
import type { Call, FileModel, Span, Value } from './file.ts';
import { fileAt, type Program } from './program.ts';
import { calleeThing, knowledgeSymbol } from './things.ts';

export interface Association {
  /** By which a query brings it along: its alias, or the other model. */
  readonly name: string;
  readonly isAlias: boolean;
  readonly file: FileModel;
  readonly span: Span;
}

interface Declared {
  readonly path: string;
  readonly call: number;
  readonly owner: string | null;
}

/** The one that a method like `getPosts` of `model` (if its name is known) goes back to. */
export function associationOf(program: Program, model: string | null, method: string): Association | null {
  const all = collected<Declared>(program, 'associations', stem(method.replace(/^get/, '')), (file) => declarations(program, file));
  const own = all.filter(({ owner }) => owner === null || model === null || stem(owner) === stem(model));
  for (const { path, call: id } of own) {
    const file = fileAt(program, path);
    const call = file?.calls[id];
    const thing = file && call ? calleeThing(program, file, id) : null;
    if (!file || !call || !program.knowledge.relation((thing && knowledgeSymbol(thing)) ?? '')) continue;
    const alias = aliasOf(call);
    const name = alias ?? nameIn(call.args[0]?.value);
    if (name !== null) return { name, isAlias: alias !== null, file, span: call.span };
  }
  return null;
}

function declarations(program: Program, file: FileModel): ReadonlyMap<string, readonly Declared[]> {
  const found = new Map<string, Declared[]>();
  if (file.language === 'python' || file.context === 'test' || file.context === 'migration') return found;
  for (const call of file.calls) {
    if (call.member === null || !program.knowledge.declaresRelations(call.member)) continue;
    const name = aliasOf(call) ?? nameIn(call.args[0]?.value);
    if (name === null) continue;
    const { root } = call.callee;
    const owner = root.kind === 'this' ? (root.class === null ? null : (file.classes[root.class]?.name ?? null)) : nameIn(call.callee);
    found.set(stem(name), [...(found.get(stem(name)) ?? []), { path: file.path, call: call.id, owner }]);
  }
  return found;
}

function aliasOf(call: Call): string | null {
  const alias = call.args[1]?.value.properties.find((p) => p.name === 'as')?.value.literal;
  return typeof alias === 'string' ? alias : null;
}

/** `Post` of `models.Post` */
function nameIn(value: Value | undefined): string | null {
  return value && /^[\w$.]+$/.test(value.text) ? (value.text.split('.').at(-1) ?? null) : null;
}

/** Methods are named for one or many, and begin in upper case. */
function stem(name: string): string {
  return name
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/s$/, '');
}
