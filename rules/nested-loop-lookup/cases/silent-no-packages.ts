// Nothing is installed: what these functions return has no known type, so nothing is claimed about it.
import { loadTags, parse } from 'tag-store';

export async function tagged(posts: { tag: string }[]): Promise<number> {
  const tags = await loadTags();
  let count = 0;
  for (const post of posts) {
    if (tags.includes(post.tag)) count++; //= `tags` may be a string or a class of the package
  }
  return count;
}

export function parsed(lines: string[], text: string): string[] {
  const document = parse(text);
  return lines.filter((line) => document.body.includes(line)); //= unknown type
}

export function stillKnown(posts: { tag: string }[], hidden: string[]): { tag: string }[] {
  return posts.filter((post) => !hidden.includes(post.tag)); //! nested-loop-lookup 💡safe O(posts × hidden)
}
