interface Item {
  sku: string;
  tags: string[];
}

export const available = (items: Item[], stock: string[]): Item[] => {
  const stockSet = new Set(stock);
  return items.filter((item) => stockSet.has(item.sku));
};

export const difference = (left: string[], right: string[]): string[] => {
  const rightSet = new Set(right);
  return left.filter((each) => !rightSet.has(each));
};

export function flags(items: Item[], sold: number[]): boolean[] {
  const soldSet = new Set(sold);
  return items.map((_item, index) => soldSet.has(index));
}

export function split(items: Item[], featured: string[]): { first: Item[]; rest: Item[] } {
  const featuredSet = new Set(featured);
  return items.reduce<{ first: Item[]; rest: Item[] }>(
    (parts, item) => {
      if (featuredSet.has(item.sku)) parts.first.push(item);
      else parts.rest.push(item);
      return parts;
    },
    { first: [], rest: [] },
  );
}

export function soldTags(items: Item[], popular: string[]): string[] {
  const popularSet = new Set(popular);
  // The tags of all items together are as many as the items' own data; each is looked up in all of `popular`.
  return items.flatMap((item) => item.tags.filter((tag) => popularSet.has(tag)));
}

export function sortByPriority(items: Item[], priority: string[]): Item[] {
  return items.toSorted((a, b) => priority.indexOf(a.sku) - priority.indexOf(b.sku));
}

export function warn(items: Item[], recalled: string[], tell: (sku: string) => void): void {
  const recalledSet = new Set(recalled);
  items.forEach(function (item) {
    if (recalledSet.has(item.sku)) tell(item.sku);
  });
}
