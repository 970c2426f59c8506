export function unique(words: string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) === index); //! list-as-set 💡 O(words²)
}

export function uniqueByArgument(ids: number[]): number[] {
  return ids.filter((id, index, all) => all.indexOf(id) === index); //! list-as-set O(ids²)
}

export function lastOnes(words: string[]): string[] {
  return words.filter((word, index) => words.lastIndexOf(word) === index); //! list-as-set
}

export function repeated(words: string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index); //! list-as-set 💡none
}

export function byId(users: { id: string; name: string }[]): { id: string; name: string }[] {
  return users.filter((user, index) => users.findIndex((other) => other.id === user.id) === index); //! list-as-set O(users²)
}

export function hasDuplicates(words: string[]): boolean {
  return words.some((word, index) => words.indexOf(word) !== index); //! list-as-set 💡none
}

export function uniqueTags(posts: { tags: string[] }[]): string[] {
  const tags = posts.flatMap((post) => post.tags);
  return tags.filter((tag, at) => tags.indexOf(tag) === at).toSorted(); //! list-as-set 💡 O(tags²)
}

export function accumulate(words: string[]): string[] {
  return words.reduce<string[]>((seen, word) => {
    if (!seen.includes(word)) seen.push(word); //! list-as-set
    return seen;
  }, []);
}
