// trap: indexOf never finds NaN, and a Set does
export function known(ids: number[], all: number[]): number[] {
  return ids.filter((id) => all.indexOf(id) !== -1); //! nested-loop-lookup 💡safe
}

// trap: includes finds NaN as a Set does, and takes -0 for 0 as a Set does, so the fix is right
export function missing(wanted: number[], stocked: number[]): number[] {
  return wanted.filter((id) => !stocked.includes(id)); //! nested-loop-lookup 💡safe
}
