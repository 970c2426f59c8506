// trap: NaN is never where indexOf says, so that every NaN is dropped, and a Set keeps one
export function numbers(values: number[]): number[] {
  return values.filter((value, index) => values.indexOf(value) === index); //! list-as-set 💡suggestion
}

// trap: -0 and 0 are one, and the first of them is kept as it is, where a Set makes 0 of it
export function zeros(values: number[]): number[] {
  return values.filter((value, at) => values.findIndex((each) => each === value) === at); //! list-as-set 💡none
}

// trap: filter passes over holes, and a Set makes undefined of them
export function sparse(values: (string | undefined)[]): (string | undefined)[] {
  return values.filter((value, index) => values.indexOf(value) === index); //! list-as-set 💡suggestion
}

// trap: words are compared as they are, and the first of each is kept in order, but a hole would be dropped
export function words(all: string[]): string[] {
  return all.filter((word, index) => all.indexOf(word) === index); //! list-as-set 💡suggestion
}

// trap: the last of each is kept, which puts them in another order
export function lastOnes(all: string[]): string[] {
  return all.filter((word, index) => all.lastIndexOf(word) === index); //! list-as-set 💡none
}

// trap: the twins are kept, not the unique ones
export function twins(all: string[]): string[] {
  return all.filter((word, index) => all.indexOf(word) !== index); //! list-as-set 💡none
}

// trap: the first of each key is kept, and a Map made from pairs keeps the last
export function byId(rows: { id: string; name: string }[]): { id: string; name: string }[] {
  return rows.filter((row, index) => rows.findIndex((each) => each.id === row.id) === index); //! list-as-set 💡none
}

// trap: filter looks in the list that it was given, which is a part of the one that is searched
export function slice(all: string[]): string[] {
  return all.slice(1).filter((word, index) => all.indexOf(word) === index); //! nested-loop-lookup 💡none
}

// trap: a condition in front decides whether an element counts
export function named(all: string[]): string[] {
  return all.filter((word, index) => word !== '' && all.indexOf(word) === index); //! list-as-set 💡none
}

// trap: the third argument is the list itself
export function third(all: string[]): string[] {
  return all.map((word) => word.trim()).filter((word, index, list) => list.indexOf(word) === index); //! list-as-set 💡suggestion //! nested-loop-lookup 💡none
}

// trap: the list is made anew at each mention
export function computed(box: { get(): string[] }): string[] {
  return box.get().filter((word, index) => box.get().indexOf(word) === index); //= what a call gives is another list
}

// trap: reduce carries the list, and answers what it began with for an empty one
export function reduced(all: string[]): string[] {
  return all.reduce((list: string[], word) => (list.includes(word) ? list : [...list, word]), []); //! nested-loop-lookup 💡none //! quadratic-accumulation
}

// trap: concat makes a list of a list
export function nested(all: string[][]): string[][] {
  return all.reduce((list: string[][], each) => (list.includes(each) ? list : list.concat(each as never)), []); //! nested-loop-lookup 💡none //! quadratic-accumulation
}

// trap: a typed array gives a typed array back
export function bytes(all: Uint8Array): Uint8Array {
  return all.filter((byte, index) => all.indexOf(byte) === index); //! list-as-set 💡none
}

// trap: a subclass gives a list of its own class back
export class Names extends Array<string> {}
export function named2(all: Names): string[] {
  return all.filter((name, index) => all.indexOf(name) === index); //! list-as-set 💡none
}

// trap: objects are equal by identity, in a Set too, but filter passes over a hole
export function objects(all: { id: string }[]): { id: string }[] {
  return all.filter((each, index) => all.indexOf(each) === index); //! list-as-set 💡suggestion
}

// trap: the callback counts as well
export function counting(all: string[]): number {
  let calls = 0;
  const left = all.filter((word, index) => {
    calls += 1;
    return all.indexOf(word) === index; //! nested-loop-lookup 💡none
  });
  return left.length + calls;
}

// trap: some with a key, then push, where the key of the newest may be changed later
export function firstOfEach(rows: { id: string; total: number }[]): { id: string; total: number }[] {
  const out: { id: string; total: number }[] = [];
  for (const row of rows) {
    if (!out.some((each) => each.id === row.id)) out.push(row); //! list-as-set 💡safe
    else row.total += 1;
  }
  return out;
}

// trap: what is pushed is not what was looked for
export function trimmed(all: string[]): string[] {
  const out: string[] = [];
  for (const word of all) {
    if (!out.includes(word)) out.push(word.trim()); //! list-as-set 💡safe
  }
  return out;
}

// trap: the one found gets the sum, in the list that is given back
export function totals(rows: { id: string; total: number }[]): { id: string; total: number }[] {
  const out: { id: string; total: number }[] = [];
  for (const row of rows) {
    const same = out.find((each) => each.id === row.id); //! list-as-set 💡safe
    if (same) same.total += row.total;
    else out.push({ ...row });
  }
  return out;
}

// trap: the list is limited, and elements leave it at its other end
export function recent(all: string[]): string[] {
  const out: string[] = [];
  for (const word of all) {
    if (!out.includes(word)) out.push(word); //= it cannot grow beyond a few
    if (out.length > 300) out.shift();
  }
  return out;
}
