interface Rate {
  code: string;
  rate: number;
  until?: string | undefined;
}

// trap: of several elements with the key, find gives the first, and a Map made of pairs keeps the last
export function convert(lines: { code: string; sum: number }[], rates: Rate[]): number[] {
  return lines.map((line) => line.sum * (rates.find((rate) => rate.code === line.code)?.rate ?? 1)); //! nested-loop-lookup 💡safe
}

// trap: findLast gives the last of several elements with the key
export function latest(codes: string[], rates: Rate[]): (number | undefined)[] {
  return codes.map((code) => rates.findLast((rate) => rate.code === code)?.rate); //! nested-loop-lookup 💡none
}

// trap: filter(…)[0] is undefined where nothing is found, and the first where there are several
export function firstRate(codes: string[], rates: Rate[]): (Rate | undefined)[] {
  return codes.map((code) => rates.filter((rate) => rate.code === code)[0]); //! nested-loop-lookup 💡safe
}

// trap: each call of filter gives a new list, which the caller may write to
export function grouped(codes: string[], rates: Rate[]): Rate[][] {
  return codes.map((code) => rates.filter((rate) => rate.code === code)); //! nested-loop-lookup 💡safe
}

// trap: the second condition belongs to the search: the first with the key may not meet it
export function current(codes: string[], rates: Rate[], today: string): (Rate | undefined)[] {
  return codes.map((code) => rates.find((rate) => rate.code === code && rate.until === today)); //! nested-loop-lookup 💡none
}

// trap: one condition is about the outer element alone
export function maybe(lines: { code: string; skip: boolean }[], rates: Rate[]): (Rate | undefined)[] {
  return lines.map((line) => rates.find((rate) => !line.skip && rate.code === line.code)); //! nested-loop-lookup 💡none
}

// trap: two keys make one, and joined as text they may collide
export function cells(points: { x: number; y: number }[], grid: { x: number; y: number; wall: boolean }[]): boolean[] {
  return points.map((point) => grid.find((cell) => cell.x === point.x && cell.y === point.y)?.wall ?? false); //! nested-loop-lookup 💡none
}

// trap: either key will do, and the first element with any of them is meant
export function either(names: { id: string; alias: string }[], rates: Rate[]): (Rate | undefined)[] {
  return names.map((name) => rates.find((rate) => rate.code === name.id || rate.code === name.alias)); //! nested-loop-lookup 💡none
}

// trap: the predicate looks at its index, too
export function evenPlaces(codes: string[], rates: Rate[]): (Rate | undefined)[] {
  return codes.map((code) => rates.find((rate, index) => rate.code === code && index % 2 === 0)); //! nested-loop-lookup 💡none
}

// trap: the predicate is handed its this
export function withThis(codes: string[], rates: Rate[]): boolean[] {
  return codes.map((code) =>
    rates.some( //! nested-loop-lookup 💡none
      function (this: { prefix: string }, rate) {
        return rate.code === `${this.prefix}${code}`;
      },
      { prefix: 'x' },
    ),
  );
}

// trap: an optional key that is missing equals one that is undefined
export function expiring(periods: { until?: string }[], rates: Rate[]): (string | undefined)[] {
  return periods.map((period) => rates.find((rate) => rate.until === period.until)?.code); //! nested-loop-lookup 💡safe
}

// trap: a key such as __proto__ or constructor is none of its own in an object that is used as a map
export function labels(keys: string[], all: { key: string; label: string }[]): string[] {
  return keys.map((key) => all.find((each) => each.key === key)?.label ?? key); //! nested-loop-lookup 💡safe
}

// trap: the element found may be a falsy one
export function zeroes(wanted: number[], values: number[]): boolean[] {
  return wanted.map((each) => Boolean(values.find((value) => value === each))); //! nested-loop-lookup 💡none
}

// trap: the found element is undefined, which looks as though nothing was found
export function holes(wanted: (string | undefined)[], values: (string | undefined)[]): boolean[] {
  return wanted.map((each) => values.find((value) => value === each) !== undefined); //! nested-loop-lookup 💡none
}

// trap: the loop changes which key it looks for in the middle of the round
export function follow(starts: string[], links: { from: string; to: string }[]): string[] {
  return starts.map((start) => {
    const first = links.find((link) => link.from === start)?.to ?? start; //! nested-loop-lookup 💡safe
    return links.find((link) => link.from === first)?.to ?? first; //! nested-loop-lookup 💡safe
  });
}

// trap: the keys of one list are numbers and those of the other texts, made equal by String
export function mixed(ids: number[], rows: { id: string; name: string }[]): (string | undefined)[] {
  return ids.map((id) => rows.find((row) => row.id === String(id))?.name); //! nested-loop-lookup 💡safe
}

// trap: the key is turned to a number, where NaN never equals itself
export function parsed(ids: number[], rows: { id: string; name: string }[]): (string | undefined)[] {
  return ids.map((id) => rows.find((row) => Number(row.id) === id)?.name); //! nested-loop-lookup 💡none
}

// trap: a Symbol is a key by its identity
export function bySymbol(events: { kind: symbol }[], listeners: { kind: symbol; priority: number }[]): number[] {
  return events.map((event) => listeners.find((listener) => listener.kind === event.kind)?.priority ?? 0); //! nested-loop-lookup 💡safe
}

// trap: the inner loop keeps the last match, as it has no break
export function lastMatch(codes: string[], rates: Rate[]): number[] {
  const out: number[] = [];
  for (const code of codes) {
    let found = 0;
    for (const rate of rates) { //! nested-loop-lookup 💡safe
      if (rate.code === code) found = rate.rate;
    }
    out.push(found);
  }
  return out;
}

// trap: the inner loop's break leaves only the inner loop
export function firstMatch(codes: string[], rates: Rate[]): number[] {
  const out: number[] = [];
  for (const code of codes) {
    for (const rate of rates) { //! nested-loop-lookup 💡safe
      if (rate.code !== code) continue;
      out.push(rate.rate);
      break;
    }
  }
  return out;
}

// trap: continue with a label goes on with the outer loop
export function unmatched(codes: string[], rates: Rate[]): string[] {
  const out: string[] = [];
  outer: for (const code of codes) {
    for (const rate of rates) { //! nested-loop-lookup 💡safe
      if (rate.code === code) continue outer;
    }
    out.push(code);
  }
  return out;
}

// trap: every match of every element counts, in the order of the outer loop
export function allMatches(codes: string[], rates: Rate[]): number[] {
  const out: number[] = [];
  for (const code of codes) {
    for (const rate of rates) { //! nested-loop-lookup 💡safe
      if (rate.code === code) out.push(rate.rate);
    }
  }
  return out;
}

// trap: all keys of the record are asked, and one of its values has an effect when read
export function ownKeys(names: string[], record: Record<string, number>): string[] {
  return names.filter((name) => Object.keys(record).includes(name)); //! nested-loop-lookup 💡safe
}

// trap: Object.values holds NaN, which includes finds and indexOf does not
export function ownValues(wanted: number[], record: Record<string, number>): number[] {
  return wanted.filter((each) => Object.values(record).indexOf(each) >= 0); //! nested-loop-lookup 💡safe
}

// trap: the loop adds to the record whose keys it asks for
export function intern(names: string[], record: Record<string, number>): number {
  let fresh = 0;
  for (const name of names) {
    if (!Object.keys(record).includes(name)) { //! list-as-set 💡none
      record[name] = fresh;
      fresh += 1;
    }
  }
  return fresh;
}
