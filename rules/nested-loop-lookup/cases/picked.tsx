// What one query picks, held against what another picks, is tens and not thousands, on a page as anywhere else.
//- with: @prisma/client, react
//@ no-run: a database
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function Team({ teamId }: { teamId: string }) {
  const users = await db.user.findMany({ where: { teamId } });
  const owed = (await db.order.findMany({ where: { total: { gt: 0 } } })).map((order) => order.userId);
  return (
    <ul>
      {users.map((user) => (
        <li key={user.id}>
          {owed.includes(user.id) ? 'owes' : 'paid'} {/*! nested-loop-lookup hint */}
        </li>
      ))}
    </ul>
  );
}
