export function batches(words: string[], size: number): number {
  let count = 0;
  while (words.length > 0) {
    words.splice(0, size); //? miss: how much one batch takes is not known
    count++;
  }
  return count;
}
