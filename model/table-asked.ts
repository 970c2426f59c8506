/** Which table the call of a query is about, as far as its class or its name tells. */
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { entityOf } from './queried-rows.ts';
import type { ClassRef } from './relations.ts';
import { tableNames } from './table-names.ts';

export function tableAsked(
  program: Program,
  file: FileModel,
  call: Call,
): { readonly of: ClassRef | null; readonly tables: readonly string[] } | null {
  const of = entityOf(program, file, call);
  if (of) return { of, tables: tableNames(program, of) };
  const name = nameOfTable(file, call.callee, 0);
  return name === null ? null : { of: null, tables: [name] };
}

/** `orders` of `db.collection('orders')` and `prisma.order`, `Order` of `model('Order', …)` and of whatever is called so. */
export function nameOfTable(file: FileModel, { root, path }: Value, depth: number): string | null {
  if (depth > 4) return null;
  const made = root.kind === 'call' && path.length === 0 ? file.calls[root.call] : undefined;
  if (made) {
    const name = made.args[0]?.value.literal;
    return /^(collection|get_collection|model)$/.test(made.member ?? made.text) && typeof name === 'string' ? name : null;
  }
  const last = path.at(-1);
  if (root.kind === 'this' && root.class !== null && path.length === 1) {
    const init = file.classes[root.class]?.fields.find((f) => f.name === last)?.init;
    return (init && nameOfTable(file, init, depth + 1)) ?? last ?? null;
  }
  if (last !== undefined) return last === '[]' ? null : last;
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  if (!binding || binding.param !== null) return null;
  return (binding.init && nameOfTable(file, binding.init, depth + 1)) ?? binding.name;
}
