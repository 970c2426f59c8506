// Known to be wrong today. When one of these heals, the test says so.
export function spread(words: string[]): string[] {
  let out: string[] = [];
  for (const word of words) {
    out = out.includes(word) ? out : [...out, word]; //? miss: the list is made anew instead of pushed to
  }
  return out;
}

interface Module {
  name: string;
  chunks: string[];
}

export function connect(modules: Module[], chunk: string): void {
  for (const each of modules) {
    if (!each.chunks.includes(chunk)) each.chunks.push(chunk); //! list-as-set hint
  }
}

export function generated(count: number): number[] {
  const picked: number[] = [];
  while (picked.length < count) {
    const value = Math.floor(Math.random() * 1000);
    if (!picked.some((each) => each - value === 0)) picked.push(value); //? miss: an equality in disguise
  }
  return picked;
}
