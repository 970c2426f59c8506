// trap: a Set is written as {} by JSON
export function toJson(words: string[]): string {
  const seen: string[] = [];
  for (const word of words) {
    if (!seen.includes(word)) seen.push(word); //! list-as-set 💡safe
  }
  return JSON.stringify({ seen });
}

// trap: the list is given back, and whoever called expects a list
export function unique(words: string[]): string[] {
  const out: string[] = [];
  for (const word of words) if (!out.includes(word)) out.push(word); //! list-as-set 💡safe
  return out;
}

// trap: what push answers is a number, and add answers the Set
export function pushAnswer(words: string[]): number {
  const seen: string[] = [];
  let most = 0;
  for (const word of words) {
    if (!seen.includes(word)) most = seen.push(word); //! list-as-set 💡none
  }
  return most;
}

// trap: length counts what was pushed twice, and size does not
export function withTwins(words: string[]): number {
  const seen: string[] = [];
  let again = 0;
  for (const word of words) {
    if (seen.includes(word)) again += 1; //! list-as-set 💡safe
    seen.push(word);
  }
  return again * 100 + seen.length;
}

// trap: only length 0 is asked, and it means the same of a Set
export function any(words: string[]): boolean {
  const seen: string[] = [];
  for (const word of words) {
    if (seen.includes(word)) continue; //! list-as-set 💡safe
    seen.push(word);
  }
  return seen.length > 0;
}

// trap: the last element is read by its place
export function last(words: string[]): string | undefined {
  const seen: string[] = [];
  for (const word of words) {
    if (!seen.includes(word)) seen.push(word); //! list-as-set 💡safe
  }
  return seen[seen.length - 1];
}

// trap: pop takes the last element, which was pushed twice
export function backtrack(steps: string[]): number {
  const path: string[] = [];
  let loops = 0;
  for (const step of steps) {
    if (path.includes(step)) loops += 1; //= a path that elements leave
    path.push(step);
    if (step === '') path.pop();
  }
  return loops;
}

// trap: the list is walked while it grows, and so is a Set, but an index is not
export function closure(start: string, next: (node: string) => string): string[] {
  const reached = [start];
  for (const node of reached) {
    const after = next(node);
    if (!reached.includes(after)) reached.push(after); //! list-as-set 💡safe
  }
  return reached;
}

// trap: forEach of a list hands the index second, and that of a Set the element again
export function numbered(words: string[]): string {
  const seen: string[] = [];
  for (const word of words) {
    if (!seen.includes(word)) seen.push(word); //! list-as-set 💡safe
  }
  let text = '';
  seen.forEach((word, index) => {
    text += `${index}:${word};`;
  });
  return text;
}

// trap: the list is sorted before it is walked, and a Set keeps the order of arrival
export function sortedOnce(words: string[]): string {
  const seen: string[] = [];
  for (const word of words) {
    if (!seen.includes(word)) seen.push(word); //! list-as-set 💡safe
  }
  seen.sort();
  return seen.join();
}

// trap: unshift puts the newest first
export function newestFirst(words: string[]): string {
  const recent: string[] = [];
  for (const word of words) {
    if (!recent.includes(word)) recent.unshift(word); //! list-as-set 💡none //! list-as-queue
  }
  return recent.join();
}

// trap: an object that keeps the list is handed out
export function tracker(words: string[]): { seen: string[]; add(word: string): boolean } {
  const seen: string[] = [];
  const state = {
    seen,
    add(word: string): boolean {
      if (state.seen.includes(word)) return false;
      state.seen.push(word);
      return true;
    },
  };
  for (const word of words) if (!seen.includes(word)) seen.push(word); //! list-as-set 💡safe
  return state;
}

// trap: two numbers that are NaN are pushed once by includes and again and again by indexOf
export function measured(values: number[]): number {
  const seen: number[] = [];
  let fresh = 0;
  for (const value of values) {
    if (seen.indexOf(value) === -1) { //! list-as-set 💡suggestion
      seen.push(value);
      fresh += 1;
    }
  }
  return fresh;
}

// trap: an element is taken out by its index, and one of several stays
export function toggles(words: string[]): number {
  const on: string[] = [];
  for (const word of words) {
    if (on.includes(word)) on.splice(on.indexOf(word), 1); //! list-as-set 💡none
    else on.push(word);
  }
  return on.length;
}

// trap: splice(-1, 1) takes the last element where nothing is found
export function removeAll(names: string[], gone: string[]): string[] {
  for (const name of gone) names.splice(names.indexOf(name), 1); //! list-as-set 💡none
  return names;
}

// trap: of several equal elements only the first goes
export function removeOnce(names: string[], gone: string[]): string[] {
  for (const name of gone) {
    const at = names.indexOf(name); //! list-as-set 💡none
    if (at !== -1) names.splice(at, 1);
  }
  return names;
}

// trap: what was taken out is used
export function takeOut(names: string[], wanted: string[]): string[] {
  const taken: string[] = [];
  for (const name of wanted) {
    const at = names.indexOf(name); //! list-as-set 💡none
    if (at >= 0) taken.push(...names.splice(at, 1));
  }
  return taken;
}

// trap: the list begins as another one's copy, with twins
export function seeded(words: string[], known: string[]): number {
  const seen = [...known];
  let fresh = 0;
  for (const word of words) {
    if (!seen.includes(word)) { //! list-as-set 💡safe
      seen.push(word);
      fresh += 1;
    }
  }
  return fresh;
}

// trap: the list begins as another one itself, which the caller keeps
export function adopted(words: string[], known: string[]): number {
  const seen = known;
  let fresh = 0;
  for (const word of words) {
    if (!seen.includes(word)) { //! list-as-set 💡none
      seen.push(word);
      fresh += 1;
    }
  }
  return fresh;
}

// trap: the list is reassigned to an empty one in the loop
export function windows(words: string[]): number {
  let seen: string[] = [];
  let full = 0;
  for (const word of words) {
    if (seen.includes(word)) { //= the list is emptied in the loop
      seen = [];
      full += 1;
    }
    seen.push(word);
  }
  return full;
}

// trap: the list is emptied by its length
export function pages(words: string[]): number {
  const seen: string[] = [];
  let full = 0;
  for (const word of words) {
    if (seen.includes(word)) { //= the list is emptied in the loop
      seen.length = 0;
      full += 1;
    }
    seen.push(word);
  }
  return full;
}

// trap: the list is kept under another name at every step
export function snapshots(words: string[]): string[][] {
  const seen: string[] = [];
  const out: string[][] = [];
  for (const word of words) {
    if (!seen.includes(word)) seen.push(word); //! list-as-set 💡safe
    out.push(seen);
  }
  return out;
}
