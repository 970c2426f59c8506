/** Classes: fields with what they hold and how they are used, methods, and what they extend. */
import { UNKNOWN_EXTENT } from '../../../model/blank.ts';
import type { Class, Node, Value } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { decoratorOf, visit } from './body.ts';
import { type Lowering, type Mutable, type Place, part, sourceOf, spanOf } from './state.ts';
import { typeName } from './types.ts';
import { toldBy, valueOf } from './values.ts';

type Field = Mutable<Class['fields'][number]>;

export function lowerClass(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const id = state.classOf.get(node);
  const model = id === undefined ? undefined : state.classes[id];
  const scope = state.scopes.get(node);
  if (!model || id === undefined || !scope) return;
  const decorators = node.parent?.type === 'decorated_definition' ? node.parent.children.filter((c) => c.type === 'decorator') : [];
  model.decorators = decorators.flatMap((d) => decoratorOf(state, d, at) ?? []);
  const bases = part(node, 'superclasses')?.children ?? [];
  // `class Index(metaclass=Singleton)`: a metaclass decides as a decorator does what calling the class yields.
  for (const base of bases) {
    const value = base.type === 'keyword_argument' && sourceOf(state, part(base, 'name') ?? base) === 'metaclass' ? part(base, 'value') : null;
    if (value) model.decorators.push({ name: sourceOf(state, value), callee: valueOf(state, value, at), args: [] });
  }
  for (const base of bases) visit(state, base, at, out);
  model.extends = bases.filter((b) => b.type !== 'keyword_argument').map((b) => valueOf(state, plainBase(b), at));
  const inside: Place = { ...at, scope, class: id };
  const body = part(node, 'body')?.children ?? [];
  // Fields first, so that methods find them whatever the order.
  for (const statement of body) declareField(state, id, statement, inside);
  for (const statement of body) {
    visit(state, statement, inside, out);
    const method = statement.type === 'decorated_definition' ? part(statement, 'definition') : statement;
    const fn = method?.type === 'function_definition' ? state.functions[state.fnOf.get(method) ?? -1] : undefined;
    const name = method ? part(method, 'name') : null;
    if (!fn || !name) continue;
    const text = sourceOf(state, name);
    model.methods.push({ name: fn.kind === 'constructor' ? 'constructor' : text, fn: fn.id, static: fn.static, private: isPrivate(text) });
  }
}

/** `Base` of `Base[User]`. */
function plainBase(node: Syntax): Syntax {
  return node.type === 'subscript' ? (part(node, 'value') ?? node) : node;
}

function isPrivate(name: string): boolean {
  return name.startsWith('_') && !name.endsWith('__');
}

/** `name: str`, `objects = UserManager()` in the body of the class. */
function declareField(state: Lowering, id: number, statement: Syntax, at: Place): void {
  const [assignment] = statement.type === 'expression_statement' ? statement.children : [];
  const left = assignment?.type === 'assignment' ? part(assignment, 'left') : null;
  if (!assignment || left?.type !== 'identifier') return;
  const name = sourceOf(state, left);
  const right = part(assignment, 'right');
  const field = fieldNamed(state, id, name, left);
  const type = part(assignment, 'type');
  // A data class or a model of pydantic gives each object a value of its own: `tags: list[str] = []`.
  field.static = right !== null && (type === null || /^(typing\.)?ClassVar\b/.test(sourceOf(state, type)));
  field.type ??= typeName(state, type, at.scope);
  if (right && field.init === null) startField(state, field, left, valueOf(state, right, at), at);
}

/** The field that `self.name` names. */
export function noteField(state: Lowering, owner: number, attribute: Syntax, at: Place): Field | null {
  const name = part(attribute, 'attribute');
  if (!name) return null;
  const field = fieldNamed(state, owner, sourceOf(state, name), name);
  const assignment = attribute.parent?.type === 'assignment' && attribute.field === 'left' ? attribute.parent : null;
  // What is set on the object hides what the class has.
  if (assignment) field.static = false;
  if (assignment && field.type === null) field.type = typeName(state, part(assignment, 'type'), at.scope);
  return field;
}

/**
 * What a field starts with. An empty list is made to be filled, and says nothing of how large it becomes. The first value that a constructor
 * gives declares the field, and is no use of it.
 */
export function startField(state: Lowering, field: Field, target: Syntax, given: Value, at: Place): void {
  const init = toldBy(given);
  field.init = init && init.kind !== 'primitive' && init.extent.count === 0 ? { ...init, extent: UNKNOWN_EXTENT } : init;
  if (init && at.loops.length === 0 && state.functions[at.fn]?.kind === 'constructor')
    field.uses = field.uses.filter((use) => use.span.start !== target.start);
}

function fieldNamed(state: Lowering, owner: number, name: string, at: Syntax): Field {
  const fields = state.fields.get(owner) ?? new Map<string, Field>();
  state.fields.set(owner, fields);
  const known = fields.get(name);
  if (known) return known;
  const field: Field = {
    name,
    span: spanOf(at),
    static: false,
    private: isPrivate(name),
    readonly: false,
    type: null,
    init: null,
    decorators: [],
    uses: [],
  };
  fields.set(name, field);
  state.classes[owner]?.fields.push(field);
  return field;
}
