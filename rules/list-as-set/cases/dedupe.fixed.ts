export function unique(words: string[]): string[] {
  return [...new Set(words)];
}

export function uniqueByArgument(ids: number[]): number[] {
  return [...new Set(ids)];
}

export function lastOnes(words: string[]): string[] {
  return words.filter((word, index) => words.lastIndexOf(word) === index);
}

export function repeated(words: string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

export function byId(users: { id: string; name: string }[]): { id: string; name: string }[] {
  return users.filter((user, index) => users.findIndex((other) => other.id === user.id) === index);
}

export function hasDuplicates(words: string[]): boolean {
  return words.some((word, index) => words.indexOf(word) !== index);
}

export function uniqueTags(posts: { tags: string[] }[]): string[] {
  const tags = posts.flatMap((post) => post.tags);
  return [...new Set(tags)].toSorted();
}

export function accumulate(words: string[]): string[] {
  return words.reduce<string[]>((seen, word) => {
    if (!seen.includes(word)) seen.push(word);
    return seen;
  }, []);
}
