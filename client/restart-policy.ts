/** A server that crashes is started again, but not for ever: one that crashes at once would keep the machine busy. */

const limit = 4;
const span = 3 * 60 * 1000;

/** Answers, for a crash at `now` (milliseconds), whether to start again: at most four times in three minutes. */
export function restartPolicy(): (now: number) => boolean {
  let crashes: number[] = [];
  return (now) => {
    crashes = [...crashes.filter((at) => now - at < span), now];
    return crashes.length <= limit;
  };
}
