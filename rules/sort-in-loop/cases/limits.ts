export function assigned(numbers: number[]): number[] {
  let all: number[] = [];
  for (const number of numbers) {
    all = [...all, number].sort((a, b) => a - b); //? miss: what is copied, added to and sorted in one expression is not followed
  }
  return all;
}
