export function unknown(count: number, names: string[]): number[] {
  const ids = Array.from({ length: count }, (_, i) => i);
  const known = names.map((name) => name.length);
  const knownSet = new Set(known);
  return ids.filter((id) => !knownSet.has(id));
}

export function three(names: string[]): string[] {
  const few = Array.from({ length: 3 }, (_, i) => `name ${i}`);
  return names.filter((name) => few.includes(name));
}
