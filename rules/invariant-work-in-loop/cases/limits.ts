export function combined(orders: string[][], owners: string[]): string[] {
  return orders.map((order) => {
    const all = [...new Set(owners)]; //? miss: what becomes of a set that is spread is not followed
    return all.find((owner) => order.includes(owner)) ?? '';
  });
}

export function rates(text: string, owners: string[]): number[] {
  return owners.map((owner) => JSON.parse(text)[owner]); //? miss: that only a property of it is read is not known
}
