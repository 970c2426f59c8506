/** Annotations as the model names types: `list[User]` and `Sequence[User]` are `[]`, `Optional[User]` is `User`, a string holds a forward reference. */
import type { TypeName } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, resolveName, type Scope, sourceOf, unwrap } from './state.ts';

const LISTS: ReadonlySet<string> = new Set(['list', 'List', 'Sequence', 'MutableSequence', 'Tuple', 'tuple', 'deque', 'Deque']);
const SETS: ReadonlySet<string> = new Set(['set', 'Set', 'frozenset', 'FrozenSet', 'AbstractSet', 'MutableSet', 'KeysView']);
const MAPS: ReadonlySet<string> = new Set([
  'dict',
  'Dict',
  'Mapping',
  'MutableMapping',
  'defaultdict',
  'DefaultDict',
  'OrderedDict',
  'Counter',
  'ChainMap',
]);
/** What they are given says what they hold, or what `with` makes of them. */
const SEE_THROUGH: ReadonlySet<string> = new Set([
  'Optional',
  'Annotated',
  'Final',
  'ClassVar',
  'Awaitable',
  'Required',
  'NotRequired',
  'Mapped',
  'ReadOnly',
  'ContextManager',
  'AsyncContextManager',
]);
const WALKED: ReadonlySet<string> = new Set(['AsyncGenerator', 'AsyncIterator', 'AsyncIterable', 'Iterator', 'Generator']);
const PRIMITIVES: ReadonlyMap<string, string> = new Map([
  ['str', 'string'],
  ['bytes', 'string'],
  ['int', 'number'],
  ['float', 'number'],
  ['bool', 'boolean'],
]);

export function typeName(state: Lowering, node: Syntax | null, scope: Scope): TypeName | null {
  if (!node) return null;
  const at = node.type === 'type' ? node.children[0] : unwrap(node);
  if (!at) return null;
  switch (at.type) {
    case 'identifier':
    case 'attribute':
    case 'member_type':
      return named(state, sourceOf(state, at).replace(/\s/g, ''), [], scope);
    case 'string':
      return fromText(
        state,
        sourceOf(state, at)
          .replace(/^[rRbBuU]*("""|'''|["'])/, '')
          .replace(/("""|'''|["'])$/, ''),
        scope,
      );
    case 'generic_type':
      return generic(state, at, scope);
    case 'subscript':
      return generic(state, at, scope);
    case 'binary_operator':
    case 'union_type':
      return union(at.children.filter((c) => c.field !== 'operator').map((c) => typeName(state, c, scope)));
    default:
      return null;
  }
}

/** What a generator that is declared to return `Iterator[Session]` hands out: a session. */
export function handedOut(type: TypeName | null): TypeName | null {
  return type && WALKED.has(type.name.slice(type.name.lastIndexOf('.') + 1)) ? (type.args[0] ?? null) : type;
}

function generic(state: Lowering, node: Syntax, scope: Scope): TypeName | null {
  const [head, ...rest] = node.children;
  if (!head) return null;
  const name = sourceOf(state, head).replace(/\s/g, '');
  const given = rest.flatMap((each) => (each.type === 'type_parameter' ? each.children : [each]));
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (last === 'Union') return union(given.map((g) => typeName(state, g, scope)));
  if (last === 'Literal') return { name: 'literals', binding: null, args: [] };
  const [first, second] = given.map((g) => typeName(state, g, scope));
  if (SEE_THROUGH.has(last)) return first ?? null;
  // `tuple[str, int]` has two elements; `tuple[str, ...]` as many as you like.
  if ((last === 'tuple' || last === 'Tuple') && !sourceOf(state, node).includes('...')) {
    return { name: 'tuple', binding: null, args: given.flatMap((g) => typeName(state, g, scope) ?? []) };
  }
  return named(
    state,
    name,
    [first, second].filter((t): t is TypeName => t !== null && t !== undefined),
    scope,
  );
}

function named(state: Lowering, name: string, args: readonly TypeName[], scope: Scope): TypeName | null {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (last === 'None' || last === 'Any' || last === 'object') return null;
  const primitive = PRIMITIVES.get(name);
  if (primitive) return { name: primitive, binding: null, args: [] };
  if (LISTS.has(last)) return { name: '[]', binding: null, args };
  if (SETS.has(last)) return { name: 'Set', binding: null, args };
  if (MAPS.has(last)) return { name: 'Map', binding: null, args };
  if (!/^[\w.]+$/.test(name)) return null;
  const [head = ''] = name.split('.');
  return { name, binding: resolveName(state, head, scope), args };
}

/** `X | None` is `X`. */
function union(options: readonly (TypeName | null)[]): TypeName | null {
  const present = options.filter((o): o is TypeName => o !== null);
  const [only] = present;
  if (!only || present.length === 1) return only ?? null;
  return { name: 'union', binding: null, args: present };
}

/** Forward references and type comments: `"User"`, `Optional["User"]`, `List[User]`. */
export function fromText(state: Lowering, text: string, scope: Scope): TypeName | null {
  const match = /^\s*([\w.]+)\s*(?:\[(.*)\])?\s*(?:\|\s*None)?\s*$/s.exec(text);
  if (!match?.[1]) return null;
  const [, name, inner] = match;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const arg = inner === undefined ? null : fromText(state, inner.replace(/^["']|["']$/g, '').split(/,(?![^[]*\])/)[0] ?? '', scope);
  if (SEE_THROUGH.has(last)) return arg;
  if (last === 'Union' || last === 'Literal' || last === 'tuple' || last === 'Tuple') return null;
  return named(state, name, arg ? [arg] : [], scope);
}
