// What the generator would make of four models.
export interface User { id: string; email: string; teamId: string; name: string }
export interface Order { id: string; userId: string; total: number; createdAt: Date }
export interface Team { id: string; name: string }
export interface Product { id: string; sku: string; stock: number }
type Filter<T> = { [K in keyof T]?: T[K] | { in?: T[K][]; gt?: T[K]; lt?: T[K] } };
type Find<T> = { where?: Filter<T>; take?: number; distinct?: string[]; skip?: number; cursor?: Partial<T>; orderBy?: { [K in keyof T]?: 'asc' | 'desc' }; include?: Record<string, unknown>; select?: Record<string, unknown> };
interface Delegate<T> {
  findMany(args?: Find<T>): Promise<T[]>;
  findUnique(args: { where: Filter<T>; include?: Record<string, unknown> }): Promise<T | null>;
  findUniqueOrThrow(args: { where: Filter<T> }): Promise<T>;
  findFirst(args?: Find<T>): Promise<T | null>;
  count(args?: { where?: Filter<T> }): Promise<number>;
  create(args: { data: Partial<T> }): Promise<T>;
  createMany(args: { data: Partial<T>[] }): Promise<{ count: number }>;
  update(args: { where: Filter<T>; data: Partial<T> | Record<string, unknown> }): Promise<T>;
  updateMany(args: { where?: Filter<T>; data: Partial<T> }): Promise<{ count: number }>;
  upsert(args: { where: Filter<T>; create: Partial<T>; update: Partial<T> }): Promise<T>;
  delete(args: { where: Filter<T> }): Promise<T>;
  deleteMany(args?: { where?: Filter<T> }): Promise<{ count: number }>;
}
export class PrismaClient {
  readonly user: Delegate<User>;
  readonly order: Delegate<Order>;
  readonly team: Delegate<Team>;
  readonly product: Delegate<Product>;
  $transaction<T>(work: (tx: PrismaClient) => Promise<T>): Promise<T>;
  $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  $disconnect(): Promise<void>;
}
