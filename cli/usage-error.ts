/** The user asked for something that cannot be done. It ends in a message, a hint and exit code 2, never in a stack trace. */
import { closestName } from '../engine/did-you-mean.ts';

export class UsageError extends Error {
  readonly hint: string;

  constructor(message: string, hint = 'Run `scalelint --help` to see what there is.') {
    super(message);
    this.hint = hint;
  }
}

/** ` Did you mean …?` for a slip of the finger or the beginning of a name, or nothing. */
export function didYouMean(word: string, names: readonly string[], show: (name: string) => string = (name) => name): string {
  const best = word.length < 3 ? undefined : (closestName(word, names) ?? names.find((name) => name.startsWith(word.toLowerCase())));
  return best === undefined ? '' : ` Did you mean \`${show(best)}\`?`;
}
