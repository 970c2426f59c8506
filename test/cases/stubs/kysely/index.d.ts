export interface SelectQueryBuilder {
  selectAll(): SelectQueryBuilder;
  where(column: string, operator: string, value: unknown): SelectQueryBuilder;
  execute(): Promise<any[]>;
  executeTakeFirst(): Promise<any>;
}
export class Kysely<DB> {
  constructor(options: { dialect: unknown; tables?: DB });
  selectFrom(table: string): SelectQueryBuilder;
}
