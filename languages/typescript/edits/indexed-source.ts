/**
 * What is it that an index is built from? A place (`banned`, `this.banned`), the keys of a place (`Object.keys(config)`), or a literal of constants.
 */
import ts from 'typescript';
import { refuse } from '../../outcome.ts';
import { builtinOf } from '../proofs/builtin.ts';
import type { Place } from '../proofs/place.ts';
import { placeOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, textOf } from '../proofs/view.ts';
import { camel, capital } from './free-name.ts';

export interface Source {
  /** What must keep still, or null when nothing can change it. */
  readonly place: Place | null;
  /** The expression that is read before the loop. */
  readonly node: ts.Expression;
  /** In back-ticks, for titles and reasons. */
  readonly name: string;
  /** What `new Set(…)` is given. */
  readonly text: string;
  /** The same where no parentheses are needed. */
  readonly argument: string;
  /** The keys of the place are searched, not the place. */
  readonly ofObject: boolean;
  /** What to name variables after: `banned`, `configKeys`. */
  readonly stem: string;
}

export function indexedSource(view: View, list: ts.Expression): Source {
  const at = bare(list);
  const text = textOf(view, list);
  const argument = ts.isParenthesizedExpression(list) ? textOf(view, list.expression) : text;
  const place = placeOf(view, at);
  if (place !== null) {
    if (place.root === 'this' && place.path.length === 0) refuse('`this` itself is searched');
    return { place, node: at, name: `\`${brief(view, at)}\``, text, argument, ofObject: false, stem: stemOf(place, at) };
  }
  if (ts.isArrayLiteralExpression(at)) {
    if (!at.elements.every(isConstantExpression)) refuse('the list is written inside the loop and is not constant');
    return { place: null, node: at, name: 'the list', text, argument, ofObject: false, stem: 'lookup' };
  }
  if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
    const builtin = builtinOf(view, at);
    const target = at.arguments[0];
    const member = at.expression.name.text;
    if (builtin?.owner === 'ObjectConstructor' && target !== undefined && at.arguments.length === 1 && (member === 'keys' || member === 'values')) {
      const object = placeOf(view, target);
      if (object !== null) {
        if (member === 'values' && hasAccessors(view, target)) refuse(`\`${brief(view, target)}\` has getters`);
        return {
          place: object,
          node: bare(target),
          name: `\`${brief(view, at)}\``,
          text,
          argument,
          ofObject: true,
          stem: `${stemOf(object, target)}${capital(member)}`,
        };
      }
    }
  }
  refuse(`\`${brief(view, at)}\` is computed anew each time, and may differ`);
}

function stemOf(place: Place, node: ts.Expression): string {
  const last = place.path[place.path.length - 1];
  return camel(last ?? (place.root === 'this' ? 'own' : bare(node).getText()));
}

export function isConstantExpression(node: ts.Expression): boolean {
  const at = bare(node);
  if (ts.isStringLiteralLike(at) || ts.isNumericLiteral(at) || ts.isBigIntLiteral(at)) return true;
  if (ts.isPrefixUnaryExpression(at) && at.operator === ts.SyntaxKind.MinusToken) return ts.isNumericLiteral(at.operand);
  return at.kind === ts.SyntaxKind.TrueKeyword || at.kind === ts.SyntaxKind.FalseKeyword || at.kind === ts.SyntaxKind.NullKeyword;
}

function hasAccessors(view: View, object: ts.Expression): boolean {
  if (!view.typed) return true;
  const type = view.checker.getTypeAtLocation(object);
  return view.checker.getPropertiesOfType(type).some((property) => (property.flags & ts.SymbolFlags.Accessor) !== 0);
}
