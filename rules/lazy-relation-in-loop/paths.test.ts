import { expect, test } from 'vitest';
import type { Relation } from '../../model/relations.ts';
import { pythonRemedy } from './paths.ts';

function relation(name: string, holds: Relation['holds'], remedy: string, target: string | null): Relation {
  return { name, holds, remedy, target: target === null ? null : { class: { name: target } } } as unknown as Relation;
}

test('an option of SQLAlchemy names the class that each relation is declared in', () => {
  const path = [relation('orders', 'many', 'selectinload', 'Order'), relation('customer', 'one', 'selectinload', 'Customer')];
  expect(pythonRemedy([{ path }], 'Shop')).toBe('Add `.options(selectinload(Shop.orders).selectinload(Order.customer))` to the query.');
});

test('and ends where it is not known which class comes next', () => {
  const path = [relation('orders', 'many', 'selectinload', null), relation('customer', 'one', 'selectinload', 'Customer')];
  expect(pythonRemedy([{ path }], 'Shop')).toBe('Add `.options(selectinload(Shop.orders))` to the query.');
});

test('Django takes the path as one name', () => {
  const one = [relation('author', 'one', 'select_related', 'Author'), relation('publisher', 'one', 'select_related', 'Publisher')];
  expect(pythonRemedy([{ path: one }], 'Book')).toBe("Add `.select_related('author__publisher')` to the query.");
  const many = [relation('author', 'one', 'select_related', 'Author'), relation('prizes', 'many', 'prefetch_related', 'Prize')];
  expect(pythonRemedy([{ path: many }], 'Book')).toBe("Add `.prefetch_related('author__prizes')` to the query.");
});

test('what leads further brings along what it leads through', () => {
  const author = relation('author', 'one', 'select_related', 'Author');
  const further = { path: [author, relation('publisher', 'one', 'select_related', 'Publisher')] };
  expect(pythonRemedy([{ path: [author] }, further], 'Book')).toBe("Add `.select_related('author__publisher')` to the query.");
});

test('what is loaded in several ways is asked for in several calls', () => {
  const author = { path: [relation('author', 'one', 'select_related', 'Author')] };
  const tags = { path: [relation('tags', 'many', 'prefetch_related', 'Tag')] };
  const shelf = { path: [relation('shelf', 'one', 'select_related', 'Shelf')] };
  expect(pythonRemedy([tags, author, shelf], 'Book')).toBe("Add `.select_related('author', 'shelf').prefetch_related('tags')` to the query.");
});
