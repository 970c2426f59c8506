// What one query picks, held against what another picks, is tens and not thousands, on a page as anywhere else.
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function Team({ teamId }: { teamId: string }) {
  const users = await db.user.findMany({ where: { teamId } });
  const owed = (await db.order.findMany({ where: { total: { gt: 0 } } })).map((order) => order.userId);
  const owedSet = new Set(owed);
  return (
    <ul>
      {users.map((user) => (
        <li key={user.id}>
          {owedSet.has(user.id) ? 'owes' : 'paid'}
        </li>
      ))}
    </ul>
  );
}
