/** What an annotation says a value is. Nobody holds anybody to it, so that all of it is marked as declared. */
import { part } from '../lower/state.ts';
import type { Syntax } from '../tree.ts';
import { type Kind, kind, UNKNOWN } from './kind.ts';
import { nodesIn, textOf, type View } from './view.ts';

export function kindOfType(view: View, type: Syntax): Kind {
  const of = read(view, type);
  return of.what === 'unknown' ? of : { ...of, declared: true };
}

function read(view: View, node: Syntax): Kind {
  switch (node.type) {
    case 'type':
    case 'parenthesized_expression':
      return node.children[0] ? read(view, node.children[0]) : UNKNOWN;
    case 'none':
      return kind('plain');
    case 'identifier':
      return kindByName(view, textOf(view, node), node, []);
    case 'attribute': {
      const last = part(node, 'attribute');
      return last ? kindByName(view, textOf(view, last), null, []) : UNKNOWN;
    }
    case 'generic_type': {
      const [name, list] = node.children;
      return name
        ? kindByName(
            view,
            textOf(view, name),
            null,
            (list?.children ?? []).map((t) => read(view, t)),
          )
        : UNKNOWN;
    }
    case 'subscript': {
      const value = part(node, 'value');
      const name = value?.type === 'attribute' ? part(value, 'attribute') : value;
      const given = node.children.filter((c) => c.field === 'subscript').map((t) => read(view, t));
      return name ? kindByName(view, textOf(view, name), null, given) : UNKNOWN;
    }
    case 'binary_operator': {
      const [left, right] = [part(node, 'left'), part(node, 'right')];
      if (!left || !right) return UNKNOWN;
      if (right.type === 'none') return { ...read(view, left), nullable: true };
      return left.type === 'none' ? { ...read(view, right), nullable: true } : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

function kindByName(view: View, name: string, node: Syntax | null, given: readonly Kind[]): Kind {
  const [first = null, second] = given;
  switch (name) {
    case 'str':
    case 'bytes':
    case 'LiteralString':
      return kind('text');
    case 'int':
    case 'bool':
      return kind('number');
    case 'float':
    case 'complex':
      return kind('float');
    case 'None':
    case 'UUID':
    case 'date':
    case 'datetime':
    case 'Path':
      return kind('plain');
    case 'list':
    case 'List':
    case 'Sequence':
    case 'MutableSequence':
    case 'deque':
      return kind('list', first);
    case 'tuple':
    case 'Tuple':
      // `tuple[str, ...]`: an ellipsis is no type.
      return second && second.what !== 'unknown' ? kind('tuple', null, given) : kind('tuple', first);
    case 'set':
    case 'Set':
    case 'frozenset':
    case 'FrozenSet':
    case 'AbstractSet':
    case 'MutableSet':
    case 'KeysView':
      return kind('set', first);
    case 'dict':
    case 'Dict':
    case 'Mapping':
    case 'MutableMapping':
    case 'defaultdict':
    case 'OrderedDict':
    case 'Counter':
      return kind('dict', first);
    case 'Iterator':
    case 'Generator':
    case 'AsyncIterator':
      return kind('iterator', first);
    case 'range':
      return kind('range');
    case 'slice':
    case 'bytearray':
      return kind('never');
    case 'Optional':
      return first ? { ...first, nullable: true } : UNKNOWN;
    case 'Final':
    case 'Annotated':
    case 'ClassVar':
      return first ?? UNKNOWN;
    default:
      return node ? classKind(view, node) : UNKNOWN;
  }
}

/** A class of this file: its instances are equal by identity, unless it says otherwise. */
export function classKind(view: View, node: Syntax): Kind {
  const bindings = view.names.of(node)?.mentions.filter((m) => m.binds) ?? [];
  const owner = bindings.length === 1 ? bindings[0]?.node.parent : null;
  if (owner?.type !== 'class_definition') return UNKNOWN;
  const defined = [...nodesIn(owner)].filter((n) => n.type === 'function_definition').map((n) => textOf(view, part(n, 'name') ?? n));
  const hashesItself = defined.includes('__hash__') || /^[ \t]+__hash__\s*=\s*(?!None\b)/m.test(textOf(view, owner));
  if (defined.includes('__eq__')) return kind(hashesItself ? 'own' : 'never');
  const decorators =
    owner.parent?.type === 'decorated_definition' ? owner.parent.children.filter((c) => c.type === 'decorator').map((d) => textOf(view, d)) : [];
  if (decorators.some((d) => /\bdataclass\b/.test(d) && !/\b(frozen|unsafe_hash)\s*=\s*True|\beq\s*=\s*False/.test(d)) && !hashesItself)
    return kind('never');
  const bases = part(owner, 'superclasses');
  const names = bases?.children.map((b) => textOf(view, b)) ?? [];
  if (names.some((n) => /^(enum\.)?(Str|Int)?Enum$/.test(n))) return kind('plain');
  return decorators.length === 0 && names.every((n) => n === 'object') ? kind('plain') : UNKNOWN;
}
