interface Step {
  name: string;
  needs: string[];
}

export function canRun(step: Step, done: Set<string>): boolean {
  return step.needs.every((need) => done.has(need));
}

export function steps(names: string[]): string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    order.push(name);
  }
  return order;
}

export function toggle(selected: string[], id: string): string[] {
  return selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id];
}

export function vowels(letters: string[]): number {
  const list = ['a', 'e', 'i', 'o', 'u'];
  return letters.filter((letter) => list.includes(letter)).length;
}

export function firstFew(names: string[]): string[] {
  const out: string[] = [];
  const outSet = new Set<string>();
  for (const name of names) {
    if (out.length >= 5) break;
    if (!outSet.has(name)) {
      out.push(name);
      outSet.add(name);
    }
  }
  return out;
}

export function wordsIn(lines: string[], word: string): string[] {
  return lines.filter((line) => line.includes(word));
}

export function kinds(shapes: { kind: 'circle' | 'square' | 'line' }[]): string[] {
  const found: ('circle' | 'square' | 'line')[] = [];
  for (const shape of shapes) if (!found.includes(shape.kind)) found.push(shape.kind);
  return found;
}

export function perStep(all: Step[]): string[][] {
  return all.map((step) => {
    const [first] = step.needs;
    return first !== undefined && step.needs.includes('root') ? [first] : [];
  });
}
