export interface FindOptions { where?: Record<string | symbol, unknown>; limit?: number; group?: string[]; include?: unknown }
export class Model {
  static findAll<M extends typeof Model>(this: M, options?: FindOptions): Promise<InstanceType<M>[]>;
  static findByPk<M extends typeof Model>(this: M, id: unknown): Promise<InstanceType<M> | null>;
  static findOne<M extends typeof Model>(this: M, options?: FindOptions): Promise<InstanceType<M> | null>;
  static create<M extends typeof Model>(this: M, values: object): Promise<InstanceType<M>>;
  static bulkCreate<M extends typeof Model>(this: M, rows: object[]): Promise<InstanceType<M>[]>;
  static hasMany(other: typeof Model, options?: { as?: string }): void; static belongsTo(other: typeof Model, options?: { as?: string }): void;
  static init(attributes: object, options: object): void; static scope<M extends typeof Model>(this: M, name: string): M;
  static count(options?: FindOptions): Promise<number>; static destroy(options: FindOptions): Promise<number>;
  static update(values: object, options: FindOptions): Promise<unknown>;
  save(): Promise<this>; update(values: object): Promise<this>; destroy(): Promise<void>;
}
export class Sequelize { constructor(url: string); query(sql: string, options?: object): Promise<unknown>; transaction(): Promise<{ commit(): Promise<void>; rollback(): Promise<void> }>; define(name: string, attributes: object, options?: object): typeof Model }
export const DataTypes: Record<string, any>;
export const Op: { readonly in: unique symbol; readonly gte: unique symbol; readonly like: unique symbol; readonly or: unique symbol };
