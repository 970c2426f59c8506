//- app/orders/page.tsx
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// A server renders it while a visitor waits.
export default async function Page() {
  const orders = await prisma.order.findMany();
  const users = await prisma.user.findMany();
  const userIds = new Set(users.map((user) => user.id));
  const orphans = orders.filter((order) => !userIds.has(order.userId));
  return <p>{orphans.length}</p>;
}
