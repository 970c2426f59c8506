export class Schema<T = any> { constructor(definition: object, options?: object) ; readonly type?: T }
export interface Query<R> extends Promise<R> { lean(): Query<R>; exec(): Promise<R>; limit(n: number): Query<R>; skip(n: number): Query<R>; select(fields: string): Query<R>; sort(by: object): Query<R>; populate(path: string | string[] | { path: string }): Query<R>; where(path: string): Query<R>; equals(value: unknown): Query<R> }
export type HydratedDocument<T> = T & { populate(path: string | string[] | { path: string }): Promise<HydratedDocument<T>>; save(): Promise<void> };
export interface Model<T> {
  find(filter?: object): Query<HydratedDocument<T>[]>; findOne(filter: object): Query<HydratedDocument<T> | null>; findById(id: unknown): Query<HydratedDocument<T> | null>;
  create(doc: Partial<T>): Promise<T>; insertMany(docs: Partial<T>[]): Promise<T[]>;
  updateOne(filter: object, update: object): Query<unknown>; deleteOne(filter: object): Query<unknown>; countDocuments(filter?: object): Query<number>;
  bulkWrite(operations: object[]): Promise<unknown>; aggregate<R>(pipeline: object[]): Promise<R[]>;
}
export function model<T>(name: string, schema: Schema<T>): Model<T>;
declare const mongoose: { model: typeof model; Schema: typeof Schema; connect(url: string): Promise<unknown> };
export default mongoose;
