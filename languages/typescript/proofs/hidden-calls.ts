/**
 * Which code runs without a call that shows? Walking an iterator runs its `next`, and turning an object into a text or a number its `toString`,
 * `valueOf` or `toJSON`.
 */
import ts from 'typescript';
import type { Builtin } from './builtin.ts';
import { isList, isNullable, partsOf, primitivesOf } from './element-kind.ts';
import type { View } from './view.ts';
import { bare } from './view.ts';

/** Runs code of its own when it is walked: anything but the language's arrays, strings, maps and sets. */
export function iteratesQuietly(view: View, expression: ts.Expression): boolean {
  const type = view.checker.getTypeAtLocation(expression);
  if (isList(view, type) === 'yes' || primitivesOf(view, type)?.every((name) => name === 'string')) return true;
  const symbol = type.getSymbol();
  return (
    view.typed &&
    symbol !== undefined &&
    /^(?:Readonly)?(?:Set|Map)$|^(?:Set|Map|Array|String)Iterator$|^(?:Uint|Int|Float)\d+Array$|^(?:MapIterator|IterableIterator)$/.test(
      symbol.name,
    ) &&
    (symbol.declarations?.every((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? false) &&
    symbol.name !== 'IterableIterator'
  );
}

/** The type says that its objects have a way of their own to become a text or a number. */
function convertsItself(view: View, type: ts.Type): boolean {
  return partsOf(view, type).some(
    (part) =>
      (part.flags & ts.TypeFlags.Object) !== 0 &&
      view.checker
        .getPropertiesOfType(part)
        .some(
          (property) =>
            /^(?:toString|valueOf|toJSON|__@toPrimitive@?\d*)$/.test(property.escapedName as string) &&
            !(property.declarations?.every((d) => view.program.isSourceFileDefaultLibrary(d.getSourceFile())) ?? true),
        ),
  );
}

const CONVERTING = /^(?:\+|-|\*|\/|%|\*\*|<<|>>>?|&|\||\^)=?$|^[<>]=?$|^[=!]=$/;

/** Have: `text += order`, `a < b`, `+date`: the operand that runs code of its own, if any. */
export function convertedBy(view: View, node: ts.Node): ts.Expression | null {
  if (!view.typed) return null;
  const operands = ts.isBinaryExpression(node)
    ? CONVERTING.test(node.operatorToken.getText())
      ? [node.left, node.right]
      : []
    : ts.isPrefixUnaryExpression(node) && /^[-+~]/.test(node.getText())
      ? [node.operand]
      : [];
  return operands.find((operand) => convertsItself(view, view.checker.getTypeAtLocation(operand))) ?? null;
}

const TEXT_OWNERS = /^(?:String|StringConstructor|Number|NumberConstructor|BigIntConstructor|JSON|Math|global)$/;
const WALKERS = /^(?:Array|Set|Map|WeakSet|WeakMap|Object|Promise)Constructor (?:from|new|groupBy|fromEntries|all|allSettled|race|any)$/;

/** What a function of the language walks or converts, if that runs code of its own: `Array.from(source)`, `JSON.stringify(order)`, `orders.join()`. */
export function runBy(view: View, builtin: Builtin, call: ts.CallExpression | ts.NewExpression): ts.Expression | null {
  if (!view.typed) return null;
  const args = call.arguments ?? [];
  const { checker } = view;
  if (builtin.owner === 'Array' && /^(?:join|toString|toLocaleString)$/.test(builtin.member)) {
    const callee = bare(call.expression);
    const list = ts.isPropertyAccessExpression(callee) ? callee.expression : null;
    const element = list === null ? undefined : checker.getIndexTypeOfType(checker.getTypeAtLocation(list), ts.IndexKind.Number);
    return list !== null && element !== undefined && convertsItself(view, element) ? list : null;
  }
  if (TEXT_OWNERS.test(builtin.owner)) return args.find((arg) => convertsItself(view, checker.getTypeAtLocation(arg))) ?? null;
  const [first] = args;
  if (first === undefined || !WALKERS.test(`${builtin.owner} ${builtin.member}`) || iteratesQuietly(view, first)) return null;
  return isWalked(view, checker.getTypeAtLocation(first)) ? first : null;
}

/** Has an iterator: `{ length: 3 }`, a number and null have none. */
function isWalked(view: View, type: ts.Type): boolean {
  if (isNullable(view, type)) return isWalked(view, view.checker.getNonNullableType(type));
  return partsOf(view, type).some((part) =>
    view.checker.getPropertiesOfType(part).some((property) => (property.escapedName as string).startsWith('__@iterator')),
  );
}
