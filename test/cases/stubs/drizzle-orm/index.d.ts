export interface SQL { readonly sql: true }
export function eq(column: unknown, value: unknown): SQL;
export function inArray(column: unknown, values: readonly unknown[]): SQL;
