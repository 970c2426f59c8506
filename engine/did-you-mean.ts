/** The name that someone probably meant. */
import { distance } from 'fastest-levenshtein';

/** The closest of `names`, or null when none is close enough to be a slip of the hand. */
export function closestName(word: string, names: Iterable<string>): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) >= least) continue;
    const far = distance(lower, name.toLowerCase());
    if (far < least && far < Math.max(word.length, name.length)) {
      best = name;
      least = far;
    }
  }
  return best;
}

/** ` Did you mean x?` with a leading space, or nothing. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const name = closestName(word, names);
  return name === null ? '' : ` Did you mean \`${name}\`?`;
}
