//- with: @prisma/client, typeorm, node
//- prisma/seed.ts
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function seed(names: string[]): Promise<void> {
  for (const name of names) await db.team.create({ data: { name } }); //= a seed
}
//- migrations/0001-split-names.ts
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SplitNames implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows: { id: number; name: string }[] = await runner.query('select id, name from users');
    for (const row of rows) await runner.query('update users set first = $1 where id = $2', [row.name, row.id]); //= a migration runs once
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table users drop column first');
  }
}
//- users.test.ts
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function clean(ids: string[]): Promise<void> {
  for (const id of ids) await db.user.delete({ where: { id } }); //= a test
}
//- poll.ts
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function waitUntilPaid(id: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const order = await db.order.findUnique({ where: { id } }); //= polls one order until it changes
    if (order && order.total > 0) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 500));
  }
}

export async function connectWithRetry(): Promise<number> {
  while (true) {
    try {
      return await db.user.count(); //= tries again until it works
    } catch {
      await new Promise<void>((resolve) => setTimeout(resolve, 1000));
    }
  }
}
