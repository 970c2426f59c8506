//- with: next, react, @prisma/client
//@ no-run: the severity is what matters here
//- package.json
{ "name": "shop", "dependencies": { "next": "16.0.0", "react": "19.0.0", "@prisma/client": "6.0.0" } }
//- app/orders/page.tsx
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// A server renders it while a visitor waits.
export default async function Page() {
  const orders = await prisma.order.findMany();
  const users = await prisma.user.findMany();
  const orphans = orders.filter((order) => !users.some((user) => user.id === order.userId)); //! nested-loop-lookup warning
  return <p>{orphans.length}</p>;
}
