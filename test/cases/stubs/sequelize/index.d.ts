export interface FindOptions { where?: Record<string, unknown>; limit?: number; group?: string[]; include?: unknown }
export class Model {
  static findAll<M extends typeof Model>(this: M, options?: FindOptions): Promise<InstanceType<M>[]>;
  static findByPk<M extends typeof Model>(this: M, id: unknown): Promise<InstanceType<M> | null>;
  static findOne<M extends typeof Model>(this: M, options?: FindOptions): Promise<InstanceType<M> | null>;
  static create<M extends typeof Model>(this: M, values: object): Promise<InstanceType<M>>;
  static bulkCreate<M extends typeof Model>(this: M, rows: object[]): Promise<InstanceType<M>[]>;
  static hasMany(other: typeof Model, options?: { as?: string }): void; static belongsTo(other: typeof Model, options?: { as?: string }): void;
  save(): Promise<this>; update(values: object): Promise<this>; destroy(): Promise<void>;
}
export class Sequelize { constructor(url: string); query(sql: string): Promise<unknown> }
export const DataTypes: Record<string, unknown>;
export const Op: { readonly in: unique symbol };
