export interface FindOptions<T> { where?: Partial<Record<keyof T, unknown>>; take?: number; lock?: { mode: string }; skip?: number; relations?: string[] | Record<string, unknown> }
export class Repository<T> {
  find(options?: FindOptions<T>): Promise<T[]>;
  findBy(where: Partial<Record<keyof T, unknown>>): Promise<T[]>;
  findAndCount(options?: FindOptions<T>): Promise<[T[], number]>;
  createQueryBuilder(alias: string): SelectQueryBuilder<T>;
  findOne(options: FindOptions<T>): Promise<T | null>;
  findOneBy(where: Partial<Record<keyof T, unknown>>): Promise<T | null>;
  count(options?: FindOptions<T>): Promise<number>;
  save(entity: T): Promise<T>;
  save(entities: T[]): Promise<T[]>;
  update(where: Partial<T>, changes: Partial<T>): Promise<unknown>;
  delete(where: Partial<T>): Promise<unknown>;
  query(sql: string, values?: unknown[]): Promise<any>;
}
export interface MigrationInterface { up(runner: QueryRunner): Promise<void>; down(runner: QueryRunner): Promise<void> }
export interface QueryRunner { query(sql: string, values?: unknown[]): Promise<any>; startTransaction(): Promise<void>; commitTransaction(): Promise<void> }
export class EntityManager { readonly connection: DataSource; getRepository<T>(entity: new () => T): Repository<T> }
export class DataSource { constructor(options: object); getRepository<T>(entity: new () => T): Repository<T>; manager: EntityManager; createQueryRunner(): QueryRunner }
export function In<T>(values: readonly T[]): T;
export class SelectQueryBuilder<T> {
  leftJoinAndSelect(property: string, alias: string): this; where(condition: string, parameters?: object): this; take(count: number): this; getMany(): Promise<T[]>;
}
export function Entity(): ClassDecorator;
export interface RelationOptions { lazy?: boolean; eager?: boolean }
export function OneToMany<T>(of: () => new () => T, inverse: (other: T) => unknown, options?: RelationOptions): PropertyDecorator;
export function ManyToOne<T>(of: () => new () => T, inverse: (other: T) => unknown, options?: RelationOptions): PropertyDecorator;
