interface Node {
  id: string;
  children: Node[];
  aliases: string[];
}

export function firstAlias(nodes: Node[], aliases: string[]): string | undefined {
  for (const node of nodes) {
    if (node.id === 'root') {
      return aliases.find((alias) => alias === node.id); //= leaves the loop with the only scan
    }
  }
  return undefined;
}

export function rename(nodes: Node[], names: string[]): void {
  for (const node of nodes) {
    if (node.id !== 'main') continue;
    if (names.includes(node.id)) node.id = `${node.id}-2`; //= one id only gets here, the same each time
    break;
  }
}

export function count(nodes: Node[]): number {
  let total = 0;
  for (const node of nodes) {
    for (const child of node.children) if (child.id === node.id) total++; //= walks the node's own children: linear in total
  }
  return total;
}

export function compareAll(words: string[], others: string[], distance: (a: string, b: string) => number): number {
  let best = Infinity;
  for (const word of words) {
    for (const other of others) best = Math.min(best, distance(word, other)); //= every pair matters: no equality to index by
  }
  return best;
}

export function nearby(points: number[], centers: number[]): (number | undefined)[] {
  return points.map((point) => centers.find((center) => Math.abs(center - point) < 10)); //= a distance, not an equality
}

export function longest(words: string[], limits: { max: number }[]): string[] {
  return words.filter((word) => limits.some((limit) => word.length > limit.max)); //= a comparison by order
}

export function trees(nodes: Node[]): boolean {
  return nodes.some((node) => node.aliases.includes(node.id)); //= each node's own aliases
}
