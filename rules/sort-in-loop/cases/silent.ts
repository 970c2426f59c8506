interface Post {
  id: string;
  tags: string[];
  score: number;
}

export function own(posts: Post[]): string[] {
  //= each post has tags of its own
  return posts.map((post) => [...post.tags].sort()[0] ?? '');
}

export function byDistance(posts: Post[]): Post[][] {
  //= another order for each
  return posts.map((post) => [...posts].sort((a, b) => Math.abs(a.score - post.score) - Math.abs(b.score - post.score)));
}

export function best(posts: Post[]): Post[] {
  const found: Post[] = [];
  for (const post of posts) {
    found.push(post);
    //= ten at most
    found.sort((a, b) => b.score - a.score);
    if (found.length > 10) found.pop();
  }
  return found;
}

export function cut(posts: Post[]): Post[] {
  const found: Post[] = [];
  for (const post of posts) {
    found.push(post);
    //= cut to ten
    found.sort((a, b) => b.score - a.score);
    found.length = Math.min(found.length, 10);
  }
  return found;
}

export function groups(posts: Post[]): string[][] {
  const found: string[][] = [];
  for (const post of posts) {
    const words: string[] = [];
    for (const tag of post.tags) words.push(tag);
    //= a list of its own each time
    words.sort();
    found.push(words);
  }
  return found;
}

export function batches(posts: Post[]): number {
  let batch: number[] = [];
  let sum = 0;
  for (const post of posts) {
    batch.push(post.score);
    if (batch.length === 100) {
      //= a hundred at a time
      batch.sort((a, b) => a - b);
      sum += batch[50] ?? 0;
      batch = [];
    }
  }
  return sum;
}

export function copies(posts: Post[], names: string[]): { post: Post; names: string[] }[] {
  //= each keeps a list of its own
  return posts.map((post) => ({ post, names: [...names].sort() }));
}

export function once(posts: Post[]): Post[] {
  const found: Post[] = [];
  for (const post of posts) found.push(post);
  //= after the loop
  return found.sort((a, b) => a.score - b.score);
}

export function few(posts: Post[]): number {
  let count = 0;
  for (const post of posts) {
    //= three words
    const names = ['b', 'a', 'c'].sort();
    if (names.includes(post.id)) count++;
  }
  return count;
}

export async function sent(posts: Post[], names: string[]): Promise<void> {
  for (const post of posts) {
    //= nothing beside a round trip
    const sorted = [...names].sort();
    await fetch(`/${sorted[0]}/${post.id}`);
  }
}

export function perGroup(byTag: Map<string, Post[]>): void {
  for (const posts of byTag.values()) {
    //= each group once
    posts.sort((a, b) => a.score - b.score);
  }
}
