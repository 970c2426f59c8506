export namespace Knex {
  interface QueryBuilder<R = any> extends Promise<R> {
    where(filter: object): QueryBuilder<R>; where(column: string, value: unknown): QueryBuilder<R>; whereIn(column: string, values: readonly unknown[]): QueryBuilder<R>;
    select(...columns: string[]): QueryBuilder<R>; first(): QueryBuilder<any>; limit(n: number): QueryBuilder<R>; insert(rows: object | object[]): QueryBuilder<R>; update(row: object): QueryBuilder<R>; del(): QueryBuilder<R>;
  }
}
export interface Knex { <T = any>(table: string): Knex.QueryBuilder<T[]>; unionAll(parts: readonly Knex.QueryBuilder[]): Knex.QueryBuilder<any[]>; raw(sql: string, values?: unknown[]): Promise<any>; schema: { alterTable(name: string, change: (table: any) => void): Promise<void> } }
export function knex(config: object): Knex;
export default knex;
