//- with: @prisma/client
import { PrismaClient } from '@prisma/client';
import type { User } from '@prisma/client';

const db = new PrismaClient();

// Only itself calls it, and nobody else knows of it.
async function walk(teamId: string): Promise<void> {
  const users = await db.user.findMany({ where: { teamId } });
  for (const user of users) {
    await db.order.findMany({ where: { userId: user.id } }); //! n-plus-one-query hint
    await walk(user.teamId); //! n-plus-one-query hint
  }
}

// Called by methods that nobody calls.
export class Statistics {
  async ofUsers(): Promise<number> {
    return this.total(await db.user.findMany());
  }

  async ofTeam(teamId: string): Promise<number> {
    return this.total(await db.user.findMany({ where: { teamId } }));
  }

  private async total(users: User[]): Promise<number> {
    let total = 0;
    for (const user of users) total += (await db.order.findMany({ where: { userId: user.id } })).length; //! n-plus-one-query hint
    return total;
  }
}

// A framework that scalelint does not know calls these, or somebody who has them from there.
function Handles(_topic: string) {
  return (_target: unknown, _name: string): void => {};
}

export class Consumer {
  @Handles('teams')
  async onTeam(teamId: string): Promise<void> {
    for (const user of await db.user.findMany()) await db.order.findMany({ where: { userId: user.id } }); //! n-plus-one-query warning
  }
}

export class Exports {
  async ordersOfTeam(teamId: string): Promise<void> {
    for (const user of await db.user.findMany()) await db.order.findMany({ where: { userId: user.id } }); //! n-plus-one-query warning
  }
}

export function install(container: { exports: any }): void {
  container.exports.ordersOfTeam('sales');
}
