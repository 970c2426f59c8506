// trap: indexOf never finds NaN, and a Set does
export function known(ids: number[], all: number[]): number[] {
  const allSet = new Set(all);
  allSet.delete(NaN);
  return ids.filter((id) => allSet.has(id));
}

// trap: includes finds NaN as a Set does, and takes -0 for 0 as a Set does, so the fix is right
export function missing(wanted: number[], stocked: number[]): number[] {
  const stockedSet = new Set(stocked);
  return wanted.filter((id) => !stockedSet.has(id));
}
