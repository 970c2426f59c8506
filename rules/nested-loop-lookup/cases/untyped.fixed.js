// JavaScript without types: what is a list shows from how it is made, or from a JSDoc comment.

export function removeBanned(users, text) {
  const banned = text.split(',');
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user));
}

export function withTags(rows) {
  const ids = rows.map((row) => row.length);
  const seen = [];
  for (const row of rows) {
    if (ids.indexOf(row.length) > 0) seen.push(row);
  }
  return seen;
}

/**
 * @param {{ id: string }[]} orders
 * @param {string[]} paid
 */
export function unpaid(orders, paid) {
  const open = [];
  const paidSet = new Set(paid);
  for (const order of orders) {
    if (!paidSet.has(order.id)) open.push(order);
  }
  return open;
}

export function match(rows, text) {
  return rows.filter((row) => text.includes(row));
}

export function contains(rows, store) {
  for (const row of rows) {
    if (store.includes(row.id)) return true;
  }
  return false;
}

export function keys(rows, prices) {
  const pricesKeysSet = new Set(Object.keys(prices));
  return rows.filter((row) => pricesKeysSet.has(row.key));
}
