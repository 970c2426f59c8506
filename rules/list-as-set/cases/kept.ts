//- with: node
import { readFile } from 'node:fs/promises';

interface Node {
  name: string;
  parents: Node[];
}

export const pads = {
  list: [] as string[],
  add(name: string): void {
    if (!this.list.includes(name)) this.list.push(name); //! list-as-set hint O(list²)
  },
};

export class Graph {
  private readonly nodes: Node[] = [];
  private readonly recent: string[] = [];

  connect(child: Node, parent: Node): void {
    if (child.parents.indexOf(parent) < 0) child.parents.push(parent); //! list-as-set hint O(parents²)
  }

  disconnect(child: Node, parent: Node): void {
    const at = child.parents.indexOf(parent); //! list-as-set hint O(parents²)
    if (at >= 0) child.parents.splice(at, 1);
  }

  nodeOf(name: string): Node {
    for (const node of this.nodes) { //! list-as-set hint O(nodes²)
      if (node.name === name) return node;
    }
    const made = { name, parents: [] };
    this.nodes.push(made);
    return made;
  }

  private byName(name: string, alias: string): Node | undefined {
    return this.nodes.find((node) => node.name === name || node.name === alias); //! list-as-set hint
  }

  known(names: string[]): Node[] {
    const found: Node[] = [];
    for (const name of names) {
      const node = this.byName(name, `_${name}`); //! nested-loop-lookup hint
      if (node) found.push(node);
    }
    return found;
  }

  root(): Node | undefined {
    return this.nodes.find((node) => node.name === 'root'); //= the same name every time
  }

  visit(name: string): void {
    if (this.recent.length > 9) return;
    this.recent.unshift(name); //= nothing is searched
  }
}

export function ancestors(node: Node, seen: Node[] = []): Node[] {
  if (seen.includes(node)) return seen; //! list-as-set hint O(seen²)
  seen.push(node);
  for (const parent of node.parents) ancestors(parent, seen); //! list-as-set hint
  return seen;
}

export function collector(): (key: string) => void {
  const keys: string[] = [];
  return (key) => {
    if (!keys.includes(key)) keys.push(key); //! list-as-set hint O(keys²)
  };
}

export async function filterFrom(path: string): Promise<{ matches: (id: string) => boolean }> {
  const last = JSON.parse(await readFile(path, 'utf8')) as { failed: string[] };
  const matches = (id: string): boolean => last.failed.includes(id); //! list-as-set hint
  return { matches };
}

export function fresh(words: string[], word: string): string[] {
  const own = words.slice();
  if (!own.includes(word)) own.push(word); //= a list of its own, made for one call
  return own;
}

export function reachable(node: Node, seen: Node[]): void {
  if (seen.includes(node)) return; //! list-as-set hint O(seen²)
  seen.push(node);
  for (const parent of node.parents) follow(parent, seen); //! list-as-set hint
}

function follow(node: Node, seen: Node[]): void {
  if (node.name !== '') reachable(node, seen);
}

export function fromAll(nodes: Node[]): Node[] {
  const seen: Node[] = [];
  for (const node of nodes) reachable(node, seen); //! list-as-set hint
  return seen;
}
