/**
 * What a value is, as far as the file itself shows: the question behind “does a set find it exactly where a list does?”. Texts, numbers
 * and tuples of them do; lists cannot be put into a set; of everything else we do not know how it compares and hashes.
 *
 * Annotations are believed, but marked: nothing in Python holds anybody to them.
 */
import { part, unwrap } from '../lower/state.ts';
import { isSlice } from '../lower/uses.ts';
import type { Syntax } from '../tree.ts';
import { combined, either, FLOAT, isNumber, type Kind, kind, NOTHING, NUMBER, TEXT, TEXTS, UNKNOWN } from './kind.ts';
import type { Name } from './names.ts';
import { isAfter, type Region } from './region.ts';
import { classKind, kindOfType } from './type-kind.ts';
import { useOf } from './use-of.ts';
import { argumentsOf, builtinCall, textOf, type View } from './view.ts';

interface Query {
  readonly view: View;
  readonly region: Region;
  readonly open: Set<Name>;
}

/** `region`: what happens to a list behind it does not matter. */
export function kindOf(view: View, node: Syntax, region: Region): Kind {
  return valueKind({ view, region, open: new Set() }, node);
}

/** What walking the value yields. */
export function elementKind(view: View, node: Syntax, region: Region): Kind {
  return walked(kindOf(view, node, region));
}

function walked(of: Kind): Kind {
  const element = elementOf(of);
  return of.declared && !element.declared ? { ...element, declared: true } : element;
}

function elementOf(of: Kind): Kind {
  switch (of.what) {
    case 'text':
      // Bytes yield numbers.
      return kind('plain');
    case 'range':
      return NUMBER;
    case 'file':
      return TEXT;
    default:
      return of.element ?? of.parts?.reduce(either, NOTHING) ?? UNKNOWN;
  }
}

/** A list, tuple or set that this expression has just made, so that nobody else has it. */
export function isFresh(view: View, written: Syntax, region: Region): boolean {
  const node = unwrap(written);
  if (node.type === 'conditional_expression') {
    const [whenTrue, , whenFalse] = node.children;
    return whenTrue !== undefined && whenFalse !== undefined && isFresh(view, whenTrue, region) && isFresh(view, whenFalse, region);
  }
  const makes = /^(list|tuple|set|expression_list|list_comprehension|set_comprehension|binary_operator|call)$/.test(node.type);
  if (!makes && !(node.type === 'subscript' && isSlice(node))) return false;
  const of = kindOf(view, node, region);
  return /^(list|tuple|set)$/.test(of.what) && !of.declared;
}

function valueKind(query: Query, written: Syntax): Kind {
  const node = unwrap(written);
  switch (node.type) {
    case 'string':
    case 'concatenated_string':
      return TEXT;
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'not_operator':
      return NUMBER;
    case 'none':
      return kind('plain');
    case 'identifier': {
      const name = query.view.names.of(node);
      return name ? nameKind(query, name) : UNKNOWN;
    }
    case 'tuple':
    case 'expression_list':
      return literal(query, node, 'tuple');
    case 'list':
      return literal(query, node, 'list');
    case 'set':
      return literal(query, node, 'set');
    case 'dictionary':
    case 'dictionary_comprehension':
      return kind('dict');
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression': {
      const body = part(node, 'body');
      const what = node.type === 'list_comprehension' ? 'list' : node.type === 'set_comprehension' ? 'set' : 'iterator';
      return kind(what, body ? valueKind(query, body) : null);
    }
    case 'named_expression':
    case 'await': {
      const value = node.type === 'await' ? null : part(node, 'value');
      return value ? valueKind(query, value) : UNKNOWN;
    }
    case 'conditional_expression': {
      const [whenTrue, , whenFalse] = node.children;
      return whenTrue && whenFalse ? either(valueKind(query, whenTrue), valueKind(query, whenFalse)) : UNKNOWN;
    }
    case 'boolean_operator':
    case 'binary_operator':
    case 'unary_operator':
      return operatorKind(query, node);
    case 'comparison_operator':
      return node.children.every((c) => c.field !== 'operators' || /^(in|not in|is|is not)$/.test(c.type)) ? NUMBER : UNKNOWN;
    case 'subscript':
      return subscriptKind(query, node);
    case 'call':
      return callKind(query, node);
    default:
      return UNKNOWN;
  }
}

function literal(query: Query, node: Syntax, what: 'list' | 'tuple' | 'set'): Kind {
  const parts = node.children.map((c) => (c.type === 'list_splat' && c.children[0] ? walked(valueKind(query, c.children[0])) : valueKind(query, c)));
  const isWhole = what === 'tuple' && !node.children.some((c) => c.type === 'list_splat');
  return kind(what, parts.reduce(either, NOTHING), isWhole ? parts : null);
}

function operatorKind(query: Query, node: Syntax): Kind {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  if (node.type === 'unary_operator') {
    const argument = part(node, 'argument');
    const of = argument ? valueKind(query, argument) : UNKNOWN;
    return isNumber(of) ? of : UNKNOWN;
  }
  if (!left || !right) return UNKNOWN;
  const [a, b] = [valueKind(query, left), valueKind(query, right)];
  if (node.type === 'boolean_operator') return either(a, b);
  return combined(part(node, 'operator')?.type ?? '', a, b);
}

function subscriptKind(query: Query, node: Syntax): Kind {
  const value = part(node, 'value');
  const of = value ? valueKind(query, value) : UNKNOWN;
  if (isSlice(node)) return /^(text|list|tuple)$/.test(of.what) ? { ...of, parts: null } : UNKNOWN;
  const index = part(node, 'subscript');
  const position = index?.type === 'integer' ? Number(textOf(query.view, index)) : -1;
  if (of.parts) return of.parts[position] ?? of.parts.reduce(either, NOTHING);
  return /^(text|list|tuple)$/.test(of.what) ? walked(of) : UNKNOWN;
}

const GIVES_TEXT = /^(str|repr|chr|hex|bin|oct|ascii|format|input|bytes)$/;
const GIVES_NUMBER = /^(int|len|ord|hash|id|bool|isinstance|issubclass|callable|any|all|hasattr)$/;
const TEXT_TO_TEXT =
  /^(lower|upper|strip|lstrip|rstrip|title|capitalize|casefold|swapcase|replace|join|format|decode|encode|zfill|ljust|rjust|center|expandtabs|translate|removeprefix|removesuffix|hex)$/;
const TEXT_TO_NUMBER = /^(find|rfind|index|rindex|count|startswith|endswith|is[a-z]+)$/;

function callKind(query: Query, node: Syntax): Kind {
  const name = builtinCall(query.view, node);
  const given = argumentsOf(node) ?? [];
  const [first, second] = given;
  const walks = first ? walked(valueKind(query, first)) : NOTHING;
  if (name !== null) {
    if (GIVES_TEXT.test(name)) return TEXT;
    if (GIVES_NUMBER.test(name)) return NUMBER;
    if (name === 'float') return FLOAT;
    if (/^(slice|bytearray)$/.test(name)) return kind('never');
    switch (name) {
      case 'list':
      case 'sorted':
        return kind('list', walks);
      case 'tuple':
      case 'set':
        return kind(name, walks);
      case 'dict':
        return kind('dict');
      case 'range':
        return kind('range');
      case 'open':
        return kind('file');
      case 'iter':
      case 'reversed':
        return kind('iterator', walks);
      case 'enumerate':
        return kind('iterator', kind('tuple', null, [NUMBER, walks]));
      case 'zip':
        return kind(
          'iterator',
          kind(
            'tuple',
            null,
            given.map((each) => walked(valueKind(query, each))),
          ),
        );
      case 'filter':
        return kind('iterator', second ? walked(valueKind(query, second)) : null);
      case 'map': {
        const by = first?.type === 'identifier' ? textOf(query.view, first) : '';
        return kind('iterator', GIVES_TEXT.test(by) ? TEXT : GIVES_NUMBER.test(by) ? NUMBER : by === 'float' ? FLOAT : null);
      }
      default:
        return UNKNOWN;
    }
  }
  const callee = part(node, 'function');
  // What a class makes may still be something else than it says; that it cannot be hashed is reason enough to keep away.
  if (callee?.type === 'identifier') return classKind(query.view, callee).what === 'never' ? kind('never') : UNKNOWN;
  const receiver = callee?.type === 'attribute' ? part(callee, 'object') : null;
  const method = callee?.type === 'attribute' ? part(callee, 'attribute') : null;
  return receiver && method ? methodKind(valueKind(query, receiver), textOf(query.view, method)) : UNKNOWN;
}

function methodKind(of: Kind, method: string): Kind {
  const like = (what: Kind): Kind => (of.declared ? { ...what, declared: true } : what);
  switch (of.what) {
    case 'text':
      if (TEXT_TO_TEXT.test(method)) return like(TEXT);
      if (TEXT_TO_NUMBER.test(method)) return like(NUMBER);
      if (/^(r?split|splitlines)$/.test(method)) return like(TEXTS);
      return /^r?partition$/.test(method) ? like(kind('tuple', TEXT, [TEXT, TEXT, TEXT])) : UNKNOWN;
    case 'file':
      return /^(read|readline)$/.test(method) ? TEXT : method === 'readlines' ? TEXTS : UNKNOWN;
    case 'list':
      return method === 'copy' ? of : method === 'index' || method === 'count' ? NUMBER : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** All that a name may hold, by everything that the file gives it. A name that depends on itself adds nothing. */
function nameKind(query: Query, name: Name): Kind {
  const { view, region, open } = query;
  if (name.scope === null || name.scope.kind === 'class' || (name.scope.kind === 'module' && view.names.hasWildcard)) return UNKNOWN;
  if (open.has(name)) return NOTHING;
  open.add(name);
  let of = NOTHING;
  for (const { node, binds } of name.mentions) if (binds) of = either(of, bindingKind(query, node));
  if (of.what === 'list') {
    for (const { node, binds } of name.mentions) {
      if (binds) continue;
      const use = useOf(view, node);
      if (use.kind === 'change') of = either(of, kind('list', addedBy(query, use.site, use.method)));
      else if (use.kind === 'escape' && !isAfter(node, region)) of = { ...of, element: of.declared ? of.element : null };
    }
    // Other modules may add to a list of this one, but hardly anything else than it holds.
    if (name.scope.kind === 'module' && region.frame.type !== 'module' && !name.text.startsWith('_')) of = { ...of, declared: true };
  }
  open.delete(name);
  return of;
}

function addedBy(query: Query, site: Syntax, method: string | null): Kind | null {
  if (site.type === 'call') {
    const [first, second] = argumentsOf(site) ?? [];
    if (method === 'append' && first) return valueKind(query, first);
    if (method === 'insert' && second) return valueKind(query, second);
    if (method === 'extend' && first) return walked(valueKind(query, first));
    return /^(remove|pop|clear|sort|reverse)$/.test(method ?? '') ? NOTHING : null;
  }
  const right = site.type === 'subscript' && site.parent?.type === 'assignment' ? part(site.parent, 'right') : null;
  if (right) return isSlice(site) ? walked(valueKind(query, right)) : valueKind(query, right);
  return /^(delete_statement|expression_list)$/.test(site.parent?.type ?? '') ? NOTHING : null;
}

/** What one mention that binds a name gives it. */
function bindingKind(query: Query, node: Syntax): Kind {
  const parent = node.parent;
  switch (parent?.type) {
    case 'assignment': {
      let right = part(parent, 'right');
      while (right?.type === 'assignment') right = part(right, 'right');
      const declared = part(parent, 'type');
      if (!right) return NOTHING;
      const of = valueKind(query, right);
      if (right.type === 'list' && right.children.length === 0) return kind('list', NOTHING);
      return of.what === 'unknown' && declared ? kindOfType(query.view, declared) : of;
    }
    case 'augmented_assignment': {
      const right = part(parent, 'right');
      const of = right ? valueKind(query, right) : UNKNOWN;
      if (/^(number|float|text)$/.test(of.what)) return of;
      return /^(list|tuple|set|range|iterator)$/.test(of.what) ? kind('list', walked(of)) : UNKNOWN;
    }
    case 'named_expression': {
      const value = part(parent, 'value');
      return value ? valueKind(query, value) : UNKNOWN;
    }
    case 'delete_statement':
      return NOTHING;
    case 'dictionary_splat_pattern':
      return kind('dict');
    case 'parameters':
    case 'lambda_parameters':
    case 'default_parameter':
      return UNKNOWN;
    case 'typed_parameter':
    case 'typed_default_parameter': {
      const type = part(parent, 'type');
      return type ? kindOfType(query.view, type) : UNKNOWN;
    }
    default:
      return targetKind(query, node);
  }
}

/** `for (i, x) in …`, `a, b = …`, `with open(p) as f` */
function targetKind(query: Query, node: Syntax): Kind {
  const parent = node.parent;
  if (!parent) return UNKNOWN;
  const right = part(parent, 'right');
  if (/^(for_statement|for_in_clause)$/.test(parent.type) && right && node.field === 'left') {
    return parent.children.some((c) => c.type === 'async') ? UNKNOWN : walked(valueKind(query, right));
  }
  if (parent.type === 'assignment' && right && node.field === 'left') return right.type === 'assignment' ? UNKNOWN : valueKind(query, right);
  if (parent.type === 'as_pattern_target') {
    const value = parent.parent?.parent?.type === 'with_item' ? parent.parent.children[0] : undefined;
    return value && builtinCall(query.view, value) === 'open' ? kind('file') : UNKNOWN;
  }
  if (!/^(pattern_list|tuple_pattern|list_pattern)$/.test(parent.type) || parent.children.some((c) => c.type === 'list_splat_pattern'))
    return UNKNOWN;
  const of = targetKind(query, parent);
  if (of.parts) return of.parts.length === parent.children.length ? (of.parts[parent.children.indexOf(node)] ?? UNKNOWN) : UNKNOWN;
  return /^(text|list|tuple|iterator)$/.test(of.what) ? walked(of) : UNKNOWN;
}
