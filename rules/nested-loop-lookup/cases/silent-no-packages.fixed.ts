// Nothing is installed: what these functions return has no known type, so nothing is claimed about it.
import { loadTags, parse } from 'tag-store';

export async function tagged(posts: { tag: string }[]): Promise<number> {
  const tags = await loadTags();
  let count = 0;
  for (const post of posts) {
    if (tags.includes(post.tag)) count++;
  }
  return count;
}

export function parsed(lines: string[], text: string): string[] {
  const document = parse(text);
  return lines.filter((line) => document.body.includes(line));
}

export function stillKnown(posts: { tag: string }[], hidden: string[]): { tag: string }[] {
  const hiddenSet = new Set(hidden);
  return posts.filter((post) => !hiddenSet.has(post.tag));
}
