//- with: @prisma/client, next, react, node
//- app/orders/page.tsx
import { PrismaClient } from '@prisma/client';
import type { Order } from '@prisma/client';

const db = new PrismaClient();

async function Owner({ order }: { order: Order }) {
  const user = await db.user.findUnique({ where: { id: order.userId } }); //= one query per component; the list is elsewhere
  return <td>{user?.name}</td>;
}

export default async function OrdersPage() {
  const orders = await db.order.findMany();
  const totals = await Promise.all(orders.map((order) => db.order.count({ where: { userId: order.userId } }))); //! n-plus-one-query
  return (
    <table>
      {orders.map((order, index) => (
        <tr key={order.id}>
          <td>{totals[index]}</td>
          <Owner order={order} /> {/*? miss: a component that is rendered per element runs its query each time */}
        </tr>
      ))}
    </table>
  );
}
