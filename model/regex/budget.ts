/** How much work a pattern is worth: whoever writes one must not be able to keep the reader busy. */

class Exhausted extends Error {}

export class Budget {
  private left: number;

  constructor(steps: number) {
    this.left = steps;
  }

  /** Ends the work that was begun by `within` where nothing is left. */
  spend(steps = 1): void {
    this.left -= steps;
    if (this.left < 0) throw new Exhausted();
  }
}

/** What the work comes to, or null where it takes more steps than that. */
export function within<T>(steps: number, work: (budget: Budget) => T): T | null {
  try {
    return work(new Budget(steps));
  } catch (error) {
    if (error instanceof Exhausted) return null;
    throw error;
  }
}
