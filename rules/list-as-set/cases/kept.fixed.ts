import { readFile } from 'node:fs/promises';

interface Node {
  name: string;
  parents: Node[];
}

export const pads = {
  list: [] as string[],
  add(name: string): void {
    if (!this.list.includes(name)) this.list.push(name);
  },
};

export class Graph {
  private readonly nodes: Node[] = [];
  private readonly recent: string[] = [];

  connect(child: Node, parent: Node): void {
    if (child.parents.indexOf(parent) < 0) child.parents.push(parent);
  }

  disconnect(child: Node, parent: Node): void {
    const at = child.parents.indexOf(parent);
    if (at >= 0) child.parents.splice(at, 1);
  }

  nodeOf(name: string): Node {
    for (const node of this.nodes) {
      if (node.name === name) return node;
    }
    const made = { name, parents: [] };
    this.nodes.push(made);
    return made;
  }

  private byName(name: string, alias: string): Node | undefined {
    return this.nodes.find((node) => node.name === name || node.name === alias);
  }

  known(names: string[]): Node[] {
    const found: Node[] = [];
    for (const name of names) {
      const node = this.byName(name, `_${name}`);
      if (node) found.push(node);
    }
    return found;
  }

  root(): Node | undefined {
    return this.nodes.find((node) => node.name === 'root');
  }

  visit(name: string): void {
    if (this.recent.length > 9) return;
    this.recent.unshift(name);
  }
}

export function ancestors(node: Node, seen: Node[] = []): Node[] {
  if (seen.includes(node)) return seen;
  seen.push(node);
  for (const parent of node.parents) ancestors(parent, seen);
  return seen;
}

export function collector(): (key: string) => void {
  const keys = new Set<string>();
  return (key) => {
    if (!keys.has(key)) keys.add(key);
  };
}

export async function filterFrom(path: string): Promise<{ matches: (id: string) => boolean }> {
  const last = JSON.parse(await readFile(path, 'utf8')) as { failed: string[] };
  const matches = (id: string): boolean => last.failed.includes(id);
  return { matches };
}

export function fresh(words: string[], word: string): string[] {
  const own = words.slice();
  if (!own.includes(word)) own.push(word);
  return own;
}

export function reachable(node: Node, seen: Node[]): void {
  if (seen.includes(node)) return;
  seen.push(node);
  for (const parent of node.parents) follow(parent, seen);
}

function follow(node: Node, seen: Node[]): void {
  if (node.name !== '') reachable(node, seen);
}

export function fromAll(nodes: Node[]): Node[] {
  const seen: Node[] = [];
  for (const node of nodes) reachable(node, seen);
  return seen;
}
