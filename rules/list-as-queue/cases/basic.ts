interface Node {
  id: string;
  children: Node[];
}

export function walk(root: Node): string[] {
  const seen: string[] = [];
  const queue = [root];
  while (queue.length > 0) {
    const node = queue.shift()!; //! list-as-queue hint O(queue²)
    seen.push(node.id);
    queue.push(...node.children);
  }
  return seen;
}

export function walkToo(root: Node, queue: Node[]): number {
  let count = 0;
  let node: Node | undefined;
  queue.push(root);
  while ((node = queue.shift())) { //! list-as-queue O(queue²)
    count += node.children.length;
  }
  return count;
}

export function forever(jobs: string[]): number {
  let done = 0;
  while (true) {
    const job = jobs.shift(); //! list-as-queue O(jobs²)
    if (job === undefined) break;
    done += job.length;
  }
  return done;
}

export function reversed(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) out.unshift(word); //! list-as-queue O(words²)
  return out;
}

export function reversedToo(words: string[]): string[] {
  const out: string[] = [];
  words.forEach((word) => {
    out.unshift(word); //! list-as-queue O(words²)
  });
  return out;
}

// The lines of a text are as many as it is long.
export function total(text: string): number {
  const lines = text.split('\n');
  let sum = 0;
  while (lines.length) {
    sum += lines.splice(0, 1)[0]!.length; //! list-as-queue hint O(lines²)
  }
  return sum;
}

export class Scheduler {
  private readonly waiting: (() => void)[] = [];

  add(job: () => void): void {
    this.waiting.push(job);
  }

  drain(): void {
    while (this.waiting.length > 0) {
      const job = this.waiting.shift(); //! list-as-queue O(waiting²)
      job?.();
    }
  }
}
