/** Which table of a schema beside the code a query asks: `prisma.user.findMany()` asks `model User` of schema.prisma. */

import { infoOf, libraryOf } from './calls.ts';
import type { DeclaredTable } from './declared-table.ts';
import type { Call, FileModel } from './file.ts';
import { declaredTable, type Program } from './program.ts';
import { nameOfTable } from './table-asked.ts';

export function tableInSchema(program: Program, file: FileModel, call: Call): DeclaredTable | null {
  const { symbol } = infoOf(program, file, call);
  // The client is generated from the schema, and is known by many names.
  if (!/(^|[.@])prisma\b/.test(libraryOf(symbol ?? '#'))) return null;
  const name = nameOfTable(file, call.callee, 0);
  return name === null ? null : declaredTable(program, file, name);
}
