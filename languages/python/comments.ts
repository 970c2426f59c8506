/** The statements that comments stand above, for suppressions. */
import type { Span } from '../../model/file.ts';
import type { Syntax } from './tree.ts';

/** The innermost statement around an offset; a decorated definition begins with its decorators. */
export function statementAt(root: Syntax, offset: number): Span {
  let best: Span = { start: root.start, end: root.end };
  const visit = (node: Syntax): void => {
    for (const child of node.children) {
      if (offset < child.start || offset >= child.end) continue;
      if (isStatement(child)) best = { start: child.start, end: child.end };
      visit(child);
    }
  };
  visit(root);
  return best;
}

function isStatement(node: Syntax): boolean {
  if (node.type === 'decorated_definition') return true;
  if (node.type === 'class_definition' || node.type === 'function_definition') return node.parent?.type !== 'decorated_definition';
  return node.type.endsWith('_statement') || /^(elif_clause|else_clause|except_clause|finally_clause|case_clause)$/.test(node.type);
}
