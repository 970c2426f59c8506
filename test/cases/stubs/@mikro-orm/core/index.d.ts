export interface FindOptions { populate?: string[]; limit?: number }
export class EntityRepository<T> {
  find(where: object, options?: FindOptions): Promise<T[]>;
  findAll(options?: FindOptions): Promise<T[]>;
  findOne(where: object, options?: FindOptions): Promise<T | null>;
}
export class EntityManager {
  find<T>(entity: new () => T, where: object, options?: FindOptions): Promise<T[]>;
  findOne<T>(entity: new () => T, where: object, options?: FindOptions): Promise<T | null>;
  populate<T>(entities: T | T[], relations: string[]): Promise<T[]>;
  persist(entity: object): this; flush(): Promise<void>; fork(): EntityManager;
}
export interface Ref<T> { load(): Promise<T>; readonly id: unknown }
export class Collection<T> {
  constructor(owner: object);
  loadItems(options?: { where?: object }): Promise<T[]>; loadCount(): Promise<number>; init(): Promise<this>; getItems(): T[];
}
export function wrap(entity: unknown): { init(): Promise<unknown> };
export function Entity(): ClassDecorator;
export function ManyToOne(of?: (() => new () => unknown) | { ref?: boolean; eager?: boolean }): PropertyDecorator;
export function OneToMany<T>(of: () => new () => T, inverse: (other: T) => unknown): PropertyDecorator;
