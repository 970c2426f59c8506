// JavaScript without types: what is a list shows from how it is made, or from a JSDoc comment.
//@ run: removeBanned(string[], string)
//@ run: withTags(string[])

export function removeBanned(users, text) {
  const banned = text.split(',');
  return users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡 O(users × banned)
}

export function withTags(rows) {
  const ids = rows.map((row) => row.length);
  const seen = [];
  for (const row of rows) {
    if (ids.indexOf(row.length) > 0) seen.push(row); //! nested-loop-lookup
  }
  return seen;
}

/**
 * @param {{ id: string }[]} orders
 * @param {string[]} paid
 */
export function unpaid(orders, paid) {
  const open = [];
  for (const order of orders) {
    if (!paid.includes(order.id)) open.push(order); //! nested-loop-lookup O(orders × paid)
  }
  return open;
}

export function match(rows, text) {
  return rows.filter((row) => text.includes(row)); //= `text` may be a string: nothing says it is a list
}

export function contains(rows, store) {
  for (const row of rows) {
    if (store.includes(row.id)) return true; //= `store` has no known type
  }
  return false;
}

export function keys(rows, prices) {
  return rows.filter((row) => Object.keys(prices).includes(row.key)); //! nested-loop-lookup O(rows × prices)
}
