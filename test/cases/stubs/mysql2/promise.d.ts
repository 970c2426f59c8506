export interface Pool { query<R = any>(sql: string, values?: unknown[]): Promise<[R[], unknown]>; execute<R = any>(sql: string, values?: unknown[]): Promise<[R[], unknown]> }
export function createPool(config: object): Pool;
