export interface QueryBuilder<R> extends Promise<R> {
  where(column: string, value: unknown): QueryBuilder<R>; withGraphFetched(relations: string): QueryBuilder<R>; limit(n: number): QueryBuilder<R>;
  findById(id: unknown): QueryBuilder<R extends (infer T)[] ? T : R>;
}
export class Model {
  static query<M extends typeof Model>(this: M): QueryBuilder<InstanceType<M>[]>;
  $relatedQuery(relation: string): QueryBuilder<any[]>;
  $fetchGraph(relations: string): Promise<this>;
}
