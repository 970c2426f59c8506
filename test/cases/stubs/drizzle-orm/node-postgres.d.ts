import type { SQL } from './index';
import type { Column } from './pg-core';
type Row<C> = { [K in keyof C as C[K] extends Column<any> ? K : never]: C[K] extends Column<infer T> ? T : never };
interface Select<R> extends Promise<R[]> { where(filter: SQL): Select<R>; limit(n: number): Select<R> }
export interface NodePgDatabase {
  select(): { from<C>(table: C): Select<Row<C>> };
  insert<C>(table: C): { values(rows: Partial<Row<C>> | Partial<Row<C>>[]): Promise<unknown> };
  update<C>(table: C): { set(row: Partial<Row<C>>): { where(filter: SQL): Promise<unknown> } };
}
export function drizzle(client: unknown): NodePgDatabase;
