/** Which page of a table a finding points at does not depend on the order in which files are opened. */
import { expect, test } from 'vitest';
import { fewByName, knowledge, parseSource, smallByName } from '../languages/typescript/frontend.ts';
import { indexKnowledge } from './knowledge-index.ts';
import { pageOf } from './paged-tables.ts';
import { createProgram } from './program.ts';

const page = (skip: number): string => `import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export const page = () => db.order.findMany({ skip: ${skip}, take: 20 });
export const next = () => db.order.findMany({ skip: ${skip + 20}, take: 20 });
`;

function firstPage(paths: readonly string[]): string | undefined {
  const models = paths.map((path, at) => parseSource(path, page(at * 20)).lower('source', []));
  const program = createProgram({
    files: new Map(models.map((model) => [model.path, model])),
    knowledge: indexKnowledge([knowledge]),
    smallNames: () => smallByName,
    fewNames: fewByName,
    templateNamed: () => null,
    declaredTable: () => null,
    sqlSchema: () => null,
    resolve: (_, name) => ({ kind: 'package', name }),
    mounts: () => [],
    endsWorkers: () => false,
    packageOf: () => ({ root: '/', dependencies: new Set() }),
  });
  const found = pageOf(program, 'order');
  return found ? `${found.file.path}#${found.call.id}` : undefined;
}

test('the first page of a table is the same whichever file was opened first', () => {
  const first = firstPage(['/a.ts', '/b.ts']);
  expect(first).toMatch(/^\/a\.ts#/);
  expect(firstPage(['/b.ts', '/a.ts'])).toBe(first);
});
