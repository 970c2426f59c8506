export interface Column<T> { readonly column: T; primaryKey(): Column<T>; notNull(): Column<T> }
export type Table<C> = C & { readonly table: string };
export function pgTable<C extends Record<string, Column<any>>>(name: string, columns: C): Table<C>;
export function text(name?: string): Column<string>;
export function integer(name?: string): Column<number>;
