/** A table as a schema beside the code declares it, as plain data. A front end reads it from the text; what it cannot read is not in it. */
import type { Column } from './columns.ts';

export interface DeclaredTable {
  /** As the schema calls it: `User`. */
  readonly name: string;
  /** What SQL calls it, where the code tells. */
  readonly inSql?: string | undefined;
  readonly columns: ReadonlyMap<string, Column>;
}
