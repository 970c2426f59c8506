/** What a query looks for, and finds no index for. */
import type { Column } from '../../model/columns.ts';
import type { NamesInSql } from '../../model/sql-schema.ts';

export interface Searched {
  readonly table: string;
  /** Null for what is kept elsewhere. */
  readonly inSql: NamesInSql | null;
  /** Columns that are compared, of which no index is known. */
  readonly all: readonly Column[];
  /** Those among which an index would choose. */
  readonly asked: readonly Column[];
}
