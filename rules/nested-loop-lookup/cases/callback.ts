interface Item {
  sku: string;
  tags: string[];
}

export const available = (items: Item[], stock: string[]): Item[] =>
  items.filter((item) => stock.includes(item.sku)); //! nested-loop-lookup 💡safe O(items × stock)

export const difference = (left: string[], right: string[]): string[] => left.filter((each) => !right.includes(each)); //! nested-loop-lookup 💡safe O(left × right)

export function flags(items: Item[], sold: number[]): boolean[] {
  return items.map((_item, index) => sold.includes(index)); //! nested-loop-lookup 💡safe O(items × sold)
}

export function split(items: Item[], featured: string[]): { first: Item[]; rest: Item[] } {
  return items.reduce<{ first: Item[]; rest: Item[] }>(
    (parts, item) => {
      if (featured.includes(item.sku)) parts.first.push(item); //! nested-loop-lookup 💡safe O(items × featured)
      else parts.rest.push(item);
      return parts;
    },
    { first: [], rest: [] },
  );
}

export function soldTags(items: Item[], popular: string[]): string[] {
  // The tags of all items together are as many as the items' own data; each is looked up in all of `popular`.
  return items.flatMap((item) => item.tags.filter((tag) => popular.includes(tag))); //! nested-loop-lookup
}

export function sortByPriority(items: Item[], priority: string[]): Item[] {
  return items.toSorted((a, b) => priority.indexOf(a.sku) - priority.indexOf(b.sku)); //! nested-loop-lookup //! nested-loop-lookup
}

export function warn(items: Item[], recalled: string[], tell: (sku: string) => void): void {
  items.forEach(function (item) {
    if (recalled.includes(item.sku)) tell(item.sku); //! nested-loop-lookup 💡suggestion O(items × recalled)
  });
}
