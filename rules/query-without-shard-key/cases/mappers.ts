import { Column, Entity, PrimaryColumn, type Repository } from 'typeorm';

@Entity('invoices')
export class Invoice {
  @PrimaryColumn() id!: number;
  @Column() tenantId!: number;
  @Column() number!: string;
}

export class Invoices {
  constructor(private readonly invoices: Repository<Invoice>) {}

  find(number: string) {
    return this.invoices.findOneBy({ number }); //! query-without-shard-key
  }

  own(number: string, tenantId: number) {
    return this.invoices.findOneBy({ number, tenantId }); //= names the key
  }
}
//- migrations/001-distribute.ts
import type { QueryRunner } from 'typeorm';

export class Distribute {
  async up(runner: QueryRunner) {
    await runner.query(`SELECT create_distributed_table('public.invoices', 'tenant_id', colocate_with => 'orders')`);
  }
}
