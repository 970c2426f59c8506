interface User {
  id: string;
  tags: string[];
}

export function ids(users: User[]): string[] {
  let all: string[] = [];
  for (const user of users) all = [...all, user.id]; //! quadratic-accumulation hint O(users²)
  return all;
}

export function newestFirst(users: User[]): string[] {
  let all: string[] = [];
  users.forEach((user) => {
    all = [user.id, ...all]; //! quadratic-accumulation hint O(users²)
  });
  return all;
}

export function tags(users: User[]): string[] {
  let all: string[] = [];
  for (let i = 0; i < users.length; i++) {
    all = all.concat(users[i]!.tags); //! quadratic-accumulation O(users²)
  }
  return all;
}

export function distinct(users: User[]): Set<string> {
  let seen = new Set<string>();
  for (const user of users) seen = new Set([...seen, user.id]); //! quadratic-accumulation O(users²)
  return seen;
}

// The lines of a text are as many as it is long.
export function numbered(text: string): string[] {
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    lines = [...lines, `${line.length} ${line}`]; //! quadratic-accumulation hint
  }
  return lines;
}

// Lines that are left out may be most of them.
export function comments(text: string): string[] {
  let found: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) found = [...found, line]; //! quadratic-accumulation hint
  }
  return found;
}

export class Index {
  private words: string[] = [];
  private byWord: Record<string, number> = {};

  add(words: string[]): void {
    for (const word of words) {
      this.words = [...this.words, word]; //! quadratic-accumulation O(words²)
      this.byWord = { ...this.byWord, [word]: word.length }; //! quadratic-accumulation O(words²)
    }
  }

  get size(): number {
    return this.words.length + Object.keys(this.byWord).length;
  }
}
