interface Rate {
  code: string;
  rate: number;
  until?: string | undefined;
}

// trap: of several elements with the key, find gives the first, and a Map made of pairs keeps the last
export function convert(lines: { code: string; sum: number }[], rates: Rate[]): number[] {
  const rateByCode = new Map<string, Rate>();
  rates.forEach((rate) => {
    if (!rateByCode.has(rate.code)) rateByCode.set(rate.code, rate);
  });
  return lines.map((line) => line.sum * (rateByCode.get(line.code)?.rate ?? 1));
}

// trap: findLast gives the last of several elements with the key
export function latest(codes: string[], rates: Rate[]): (number | undefined)[] {
  return codes.map((code) => rates.findLast((rate) => rate.code === code)?.rate);
}

// trap: filter(…)[0] is undefined where nothing is found, and the first where there are several
export function firstRate(codes: string[], rates: Rate[]): (Rate | undefined)[] {
  const ratesByCode = new Map<string, Rate[]>();
  rates.forEach((rate) => {
    const group = ratesByCode.get(rate.code);
    if (group) group.push(rate);
    else ratesByCode.set(rate.code, [rate]);
  });
  return codes.map((code) => (ratesByCode.get(code) ?? []).slice()[0]);
}

// trap: each call of filter gives a new list, which the caller may write to
export function grouped(codes: string[], rates: Rate[]): Rate[][] {
  const ratesByCode = new Map<string, Rate[]>();
  rates.forEach((rate) => {
    const group = ratesByCode.get(rate.code);
    if (group) group.push(rate);
    else ratesByCode.set(rate.code, [rate]);
  });
  return codes.map((code) => (ratesByCode.get(code) ?? []).slice());
}

// trap: the second condition belongs to the search: the first with the key may not meet it
export function current(codes: string[], rates: Rate[], today: string): (Rate | undefined)[] {
  return codes.map((code) => rates.find((rate) => rate.code === code && rate.until === today));
}

// trap: one condition is about the outer element alone
export function maybe(lines: { code: string; skip: boolean }[], rates: Rate[]): (Rate | undefined)[] {
  return lines.map((line) => rates.find((rate) => !line.skip && rate.code === line.code));
}

// trap: two keys make one, and joined as text they may collide
export function cells(points: { x: number; y: number }[], grid: { x: number; y: number; wall: boolean }[]): boolean[] {
  return points.map((point) => grid.find((cell) => cell.x === point.x && cell.y === point.y)?.wall ?? false);
}

// trap: either key will do, and the first element with any of them is meant
export function either(names: { id: string; alias: string }[], rates: Rate[]): (Rate | undefined)[] {
  return names.map((name) => rates.find((rate) => rate.code === name.id || rate.code === name.alias));
}

// trap: the predicate looks at its index, too
export function evenPlaces(codes: string[], rates: Rate[]): (Rate | undefined)[] {
  return codes.map((code) => rates.find((rate, index) => rate.code === code && index % 2 === 0));
}

// trap: the predicate is handed its this
export function withThis(codes: string[], rates: Rate[]): boolean[] {
  return codes.map((code) =>
    rates.some(
      function (this: { prefix: string }, rate) {
        return rate.code === `${this.prefix}${code}`;
      },
      { prefix: 'x' },
    ),
  );
}

// trap: an optional key that is missing equals one that is undefined
export function expiring(periods: { until?: string }[], rates: Rate[]): (string | undefined)[] {
  const rateByUntil = new Map<string | undefined, Rate>();
  rates.forEach((rate) => {
    if (!rateByUntil.has(rate.until)) rateByUntil.set(rate.until, rate);
  });
  return periods.map((period) => rateByUntil.get(period.until)?.code);
}

// trap: a key such as __proto__ or constructor is none of its own in an object that is used as a map
export function labels(keys: string[], all: { key: string; label: string }[]): string[] {
  const allByKey = new Map<string, (typeof all)[number]>();
  all.forEach((each) => {
    if (!allByKey.has(each.key)) allByKey.set(each.key, each);
  });
  return keys.map((key) => allByKey.get(key)?.label ?? key);
}

// trap: the element found may be a falsy one
export function zeroes(wanted: number[], values: number[]): boolean[] {
  return wanted.map((each) => Boolean(values.find((value) => value === each)));
}

// trap: the found element is undefined, which looks as though nothing was found
export function holes(wanted: (string | undefined)[], values: (string | undefined)[]): boolean[] {
  return wanted.map((each) => values.find((value) => value === each) !== undefined);
}

// trap: the loop changes which key it looks for in the middle of the round
export function follow(starts: string[], links: { from: string; to: string }[]): string[] {
  const linkByFrom = new Map<string, (typeof links)[number]>();
  links.forEach((link) => {
    if (!linkByFrom.has(link.from)) linkByFrom.set(link.from, link);
  });
  return starts.map((start) => {
    const first = linkByFrom.get(start)?.to ?? start;
    return linkByFrom.get(first)?.to ?? first;
  });
}

// trap: the keys of one list are numbers and those of the other texts, made equal by String
export function mixed(ids: number[], rows: { id: string; name: string }[]): (string | undefined)[] {
  const rowById = new Map<string, (typeof rows)[number]>();
  rows.forEach((row) => {
    if (!rowById.has(row.id)) rowById.set(row.id, row);
  });
  return ids.map((id) => rowById.get(String(id))?.name);
}

// trap: the key is turned to a number, where NaN never equals itself
export function parsed(ids: number[], rows: { id: string; name: string }[]): (string | undefined)[] {
  return ids.map((id) => rows.find((row) => Number(row.id) === id)?.name);
}

// trap: a Symbol is a key by its identity
export function bySymbol(events: { kind: symbol }[], listeners: { kind: symbol; priority: number }[]): number[] {
  const listenerByKind = new Map<symbol, (typeof listeners)[number]>();
  listeners.forEach((listener) => {
    if (!listenerByKind.has(listener.kind)) listenerByKind.set(listener.kind, listener);
  });
  return events.map((event) => listenerByKind.get(event.kind)?.priority ?? 0);
}

// trap: the inner loop keeps the last match, as it has no break
export function lastMatch(codes: string[], rates: Rate[]): number[] {
  const out: number[] = [];
  const ratesByCode = new Map<string, Rate[]>();
  rates.forEach((rate) => {
    const group = ratesByCode.get(rate.code);
    if (group) group.push(rate);
    else ratesByCode.set(rate.code, [rate]);
  });
  for (const code of codes) {
    let found = 0;
    for (const rate of ratesByCode.get(code) ?? []) {
      if (rate.code === code) found = rate.rate;
    }
    out.push(found);
  }
  return out;
}

// trap: the inner loop's break leaves only the inner loop
export function firstMatch(codes: string[], rates: Rate[]): number[] {
  const out: number[] = [];
  const ratesByCode = new Map<string, Rate[]>();
  rates.forEach((rate) => {
    const group = ratesByCode.get(rate.code);
    if (group) group.push(rate);
    else ratesByCode.set(rate.code, [rate]);
  });
  for (const code of codes) {
    for (const rate of ratesByCode.get(code) ?? []) {
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
  const ratesByCode = new Map<string, Rate[]>();
  rates.forEach((rate) => {
    const group = ratesByCode.get(rate.code);
    if (group) group.push(rate);
    else ratesByCode.set(rate.code, [rate]);
  });
  outer: for (const code of codes) {
    for (const rate of ratesByCode.get(code) ?? []) {
      if (rate.code === code) continue outer;
    }
    out.push(code);
  }
  return out;
}

// trap: every match of every element counts, in the order of the outer loop
export function allMatches(codes: string[], rates: Rate[]): number[] {
  const out: number[] = [];
  const ratesByCode = new Map<string, Rate[]>();
  rates.forEach((rate) => {
    const group = ratesByCode.get(rate.code);
    if (group) group.push(rate);
    else ratesByCode.set(rate.code, [rate]);
  });
  for (const code of codes) {
    for (const rate of ratesByCode.get(code) ?? []) {
      if (rate.code === code) out.push(rate.rate);
    }
  }
  return out;
}

// trap: all keys of the record are asked, and one of its values has an effect when read
export function ownKeys(names: string[], record: Record<string, number>): string[] {
  const recordKeysSet = new Set(Object.keys(record));
  return names.filter((name) => recordKeysSet.has(name));
}

// trap: Object.values holds NaN, which includes finds and indexOf does not
export function ownValues(wanted: number[], record: Record<string, number>): number[] {
  const recordValuesSet = new Set(Object.values(record));
  recordValuesSet.delete(NaN);
  return wanted.filter((each) => recordValuesSet.has(each));
}

// trap: the loop adds to the record whose keys it asks for
export function intern(names: string[], record: Record<string, number>): number {
  let fresh = 0;
  for (const name of names) {
    if (!Object.keys(record).includes(name)) {
      record[name] = fresh;
      fresh += 1;
    }
  }
  return fresh;
}
