export interface QueryResult<R> { rows: R[]; rowCount: number }
export class Client { constructor(config?: object); connect(): Promise<void>; end(): Promise<void>; query<R = any>(sql: string, values?: unknown[]): Promise<QueryResult<R>> }
export interface PoolClient extends Client { release(): void }
export class Pool { constructor(config?: object); query<R = any>(sql: string, values?: unknown[]): Promise<QueryResult<R>>; connect(): Promise<PoolClient> }
declare const pg: { Pool: typeof Pool; Client: typeof Client };
export default pg;
