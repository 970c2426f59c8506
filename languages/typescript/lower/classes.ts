/** Classes, and objects that serve as such: fields with what they hold and how they are used, methods, and what they extend. */
import ts from 'typescript';
import type { Class, Node } from '../../../model/file.ts';
import { decoratorsOf, hasModifier, heritageName, methodIn } from './scopes.ts';
import { type Lowering, type Mutable, spanOf, typeName } from './state.ts';
import { valueOf } from './values.ts';

type Field = Mutable<Class['fields'][number]>;

export function lowerClass(state: Lowering, node: ts.ClassLikeDeclaration, visit: (node: ts.Node, out: Node[]) => void, out: Node[]): void {
  const id = state.classOf.get(node);
  const model = id === undefined ? undefined : state.classes[id];
  if (!model || id === undefined) return;
  for (const clause of node.heritageClauses ?? []) {
    const [first] = clause.types;
    if (clause.token === ts.SyntaxKind.ExtendsKeyword && first) {
      visit(first.expression, out);
      model.extends = [valueOf(state, first.expression)];
    } else if (clause.token === ts.SyntaxKind.ImplementsKeyword) {
      model.implements = clause.types.flatMap((t) => heritageName(state, t) ?? []);
    }
  }
  const value = (e: ts.Expression) => valueOf(state, e);
  model.decorators = decoratorsOf(state, node, value);
  for (const d of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) visit(d.expression, out);
  // Fields first, so that methods find them whatever the order.
  for (const member of node.members) {
    if (ts.isPropertyDeclaration(member)) declareField(state, id, member);
    else if (ts.isConstructorDeclaration(member))
      for (const p of member.parameters) if (ts.isParameterPropertyDeclaration(p, member)) declareParameterField(state, id, p);
  }
  for (const member of node.members) {
    if (ts.isPropertyDeclaration(member)) {
      for (const d of ts.getDecorators(member) ?? []) visit(d.expression, out);
      if (member.initializer) visit(member.initializer, out);
      continue;
    }
    visit(member, out);
    const fn = state.fnOf.get(member);
    if (fn !== undefined && ts.isFunctionLike(member))
      model.methods.push({
        name: ts.isConstructorDeclaration(member) ? 'constructor' : (member.name?.getText(state.file) ?? ''),
        fn,
        static: hasModifier(member, ts.SyntaxKind.StaticKeyword),
        private: hasModifier(member, ts.SyntaxKind.PrivateKeyword) || (member.name !== undefined && ts.isPrivateIdentifier(member.name)),
      });
    if (ts.isClassStaticBlockDeclaration(member)) visit(member.body, out);
  }
}

/** An object whose methods use `this`: its properties are fields, its functions methods. */
export function lowerObject(state: Lowering, node: ts.ObjectLiteralExpression): void {
  const id = state.classOf.get(node);
  const model = id === undefined ? undefined : state.classes[id];
  if (!model || id === undefined) return;
  for (const member of node.properties) {
    if (!member.name || !(ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name))) continue;
    const name = member.name.text;
    const method = methodIn(member);
    const fn = method ? state.fnOf.get(method) : undefined;
    if (fn !== undefined) model.methods.push({ name, fn, static: false, private: false });
    else if (ts.isPropertyAssignment(member))
      add(state, id, { ...empty(name, spanOf(state, member.name)), init: valueOf(state, member.initializer) });
  }
}

function declareField(state: Lowering, id: number, member: ts.PropertyDeclaration): void {
  add(state, id, {
    ...empty(member.name.getText(state.file), spanOf(state, member.name)),
    static: hasModifier(member, ts.SyntaxKind.StaticKeyword),
    private: hasModifier(member, ts.SyntaxKind.PrivateKeyword) || ts.isPrivateIdentifier(member.name),
    readonly: hasModifier(member, ts.SyntaxKind.ReadonlyKeyword),
    type: typeName(state, member.type),
    init: member.initializer ? valueOf(state, member.initializer) : null,
    decorators: decoratorsOf(state, member, (e) => valueOf(state, e)),
  });
}

function declareParameterField(state: Lowering, id: number, parameter: ts.ParameterDeclaration): void {
  if (!ts.isIdentifier(parameter.name)) return;
  add(state, id, {
    ...empty(parameter.name.text, spanOf(state, parameter.name)),
    private: hasModifier(parameter, ts.SyntaxKind.PrivateKeyword),
    readonly: hasModifier(parameter, ts.SyntaxKind.ReadonlyKeyword),
    type: typeName(state, parameter.type),
    decorators: decoratorsOf(state, parameter, (e) => valueOf(state, e)),
  });
}

function empty(name: string, span: Field['span']): Field {
  return { name, span, static: false, private: false, readonly: false, type: null, init: null, decorators: [], uses: [] };
}

function add(state: Lowering, id: number, field: Field): void {
  const fields = state.fields.get(id);
  const known = fields?.get(field.name);
  if (known) Object.assign(known, { ...field, uses: known.uses });
  else {
    fields?.set(field.name, field);
    state.classes[id]?.fields.push(field);
  }
}
