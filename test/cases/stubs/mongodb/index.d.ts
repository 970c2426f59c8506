export interface Cursor<T> { toArray(): Promise<T[]>; limit(n: number): Cursor<T> }
export interface Collection<T = any> { find(filter?: object): Cursor<T>; findOne(filter: object): Promise<T | null>; insertOne(doc: T): Promise<unknown>; insertMany(docs: T[]): Promise<unknown>; updateOne(filter: object, update: object): Promise<unknown>; bulkWrite(operations: object[]): Promise<unknown> }
export interface Db { collection<T = any>(name: string): Collection<T> }
export class MongoClient { constructor(url: string); connect(): Promise<this>; db(name?: string): Db }
