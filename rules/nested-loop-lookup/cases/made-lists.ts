export function unknown(count: number, names: string[]): number[] {
  const ids = Array.from({ length: count }, (_, i) => i);
  const known = names.map((name) => name.length);
  return ids.filter((id) => !known.includes(id)); //! nested-loop-lookup
}

export function three(names: string[]): string[] {
  const few = Array.from({ length: 3 }, (_, i) => `name ${i}`);
  return names.filter((name) => few.includes(name)); //= three names
}
