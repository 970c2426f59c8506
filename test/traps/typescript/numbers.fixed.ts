// trap: indexOf never finds NaN, and a Set does
export function known(ids: number[], all: number[]): number[] {
  const allSet = new Set(all);
  allSet.delete(NaN);
  return ids.filter((id) => allSet.has(id));
}

// trap: includes finds NaN as a Set does, and takes -0 for 0 as a Set does, so the fix is right
export function missing(wanted: number[], stocked: number[]): number[] {
  const stockedSet = new Set(stocked);
  return wanted.filter((id) => !stockedSet.has(id));
}

// trap: a comparison with === never holds for NaN, and a Map finds it
export function prices(rows: { sku: number }[], catalogue: { sku: number; price: number }[]): number[] {
  const catalogueBySku = new Map<number, (typeof catalogue)[number]>();
  catalogue.forEach((item) => {
    if (!catalogueBySku.has(item.sku)) catalogueBySku.set(item.sku, item);
  });
  catalogueBySku.delete(NaN);
  return rows.map((row) => catalogueBySku.get(row.sku)?.price ?? 0);
}

// trap: with !== in some, NaN differs from everything, itself too
export function changed(rows: number[], seen: number[]): number[] {
  const seenSet = new Set(seen);
  seenSet.delete(NaN);
  return rows.filter((row) => !!seenSet.has(row));
}

// trap: Object.is tells -0 from 0, and a Set does not
export function exact(values: number[], known: number[]): number[] {
  return values.filter((value) => known.some((each) => Object.is(each, value)));
}

// trap: findIndex with === never finds NaN, and gives a position, not a truth
export function ranks(players: number[], order: number[]): number[] {
  return players.map((player) => order.findIndex((each) => each === player));
}

// trap: a bigint and a number are equal by == and different keys of a Set
export function paid(invoices: bigint[], payments: number[]): bigint[] {
  return invoices.filter((invoice) => payments.some((payment) => payment == Number(invoice)));
}

// trap: == takes '1' for 1
export function selected(answers: { value: string | number }[], chosen: (string | number)[]): { value: string | number }[] {
  return answers.filter((answer) => chosen.some((each) => each == answer.value));
}

// trap: == null finds undefined as well
export function blanks(cells: (string | null | undefined)[], filled: (string | null | undefined)[]): number {
  let count = 0;
  for (const cell of cells) if (filled.some((each) => each == cell)) count += 1;
  return count;
}

// trap: a typed array turns what it holds into small numbers, and has no hole
export function bytesIn(values: number[], mask: Uint8Array): number[] {
  return values.filter((value) => mask.includes(value));
}

// trap: indexOf passes over holes, and a Set made of the list holds undefined
export function answered(questions: (string | undefined)[], answers: (string | undefined)[]): number {
  const answersSet = new Set(answers);
  return questions.filter((question) => answersSet.has(question)).length;
}

// trap: includes reads a hole as undefined, and so does a Set
export function given(questions: (string | undefined)[], answers: (string | undefined)[]): number {
  const answersSet = new Set(answers);
  return questions.filter((question) => answersSet.has(question)).length;
}

// trap: some passes over holes, and a Map made of the list meets undefined there
export function tagged(rows: { tag: number | undefined }[], tags: (number | undefined)[]): number {
  const tagsSet = new Set(tags);
  tagsSet.delete(NaN);
  return rows.filter((row) => tagsSet.has(row.tag)).length;
}

// trap: with a second argument indexOf starts later, and what stands before does not count
export function repeated(words: string[], all: string[]): string[] {
  return words.filter((word, index) => all.indexOf(word, index + 1) !== -1);
}

// trap: includes with a second argument looks at a part of the list
export function later(words: string[], all: string[], from: number): string[] {
  return words.filter((word) => all.includes(word, from));
}

// trap: lastIndexOf with a second argument looks at the beginning of the list only
export function before(words: string[], all: string[], until: number): string[] {
  return words.filter((word) => all.lastIndexOf(word, until) >= 0);
}

// trap: indexOf(…) > 0 leaves out the first place
export function notLeading(words: string[], all: string[]): string[] {
  return words.filter((word) => all.indexOf(word) > 0);
}

// trap: ~indexOf is true for any place, and a place is used after
export function sumOfPlaces(words: string[], all: string[]): number {
  let sum = 0;
  const allSet = new Set(all);
  words.forEach((word) => {
    if (allSet.has(word)) sum += all.indexOf(word);
  });
  return sum;
}

// trap: lastIndexOf gives the last place, and a Map made from the list must not keep the first
export function lastPlaces(words: string[], all: string[]): number[] {
  return words.map((word) => all.lastIndexOf(word));
}

// trap: two dates of the same moment are two objects for === and for a Set, and one key as text
export function booked(moments: Date[], taken: Date[]): Date[] {
  return moments.filter((moment) => taken.some((each) => each.getTime() === moment.getTime()));
}

// trap: dates are compared by identity here, which a Set does too
export function sameDates(moments: Date[], taken: Date[]): Date[] {
  const takenSet = new Set(taken);
  return moments.filter((moment) => takenSet.has(moment));
}

// trap: -0 and 0 are one key, as === says, but a Map keeps 0 as its key and the row keeps -0
export function keysOf(wanted: number[], rows: { key: number }[]): (number | undefined)[] {
  const rowByKey = new Map<number, (typeof rows)[number]>();
  rows.forEach((row) => {
    if (!rowByKey.has(row.key)) rowByKey.set(row.key, row);
  });
  rowByKey.delete(NaN);
  return wanted.map((key) => rowByKey.get(key)?.key);
}

// trap: bigint keys are equal by their value, in a Map too
export function balances(accounts: { id: bigint }[], sums: { account: bigint; sum: number }[]): number[] {
  const sumByAccount = new Map<bigint, (typeof sums)[number]>();
  sums.forEach((each) => {
    if (!sumByAccount.has(each.account)) sumByAccount.set(each.account, each);
  });
  return accounts.map((account) => sumByAccount.get(account.id)?.sum ?? 0);
}

// trap: the loosely equal objects call their valueOf
export function matching(units: { valueOf(): number }[], marks: number[]): number {
  return units.filter((unit) => marks.some((mark) => mark == (unit as unknown as number))).length;
}

// trap: localeCompare finds texts equal that a Set keeps apart
export function titles(books: string[], owned: string[]): string[] {
  return books.filter((book) => owned.some((each) => each.localeCompare(book, 'en', { sensitivity: 'base' }) === 0));
}

// trap: both sides are made lower case, and the index must do so too
export function domains(mails: string[], blocked: string[]): string[] {
  const blockedKeys = new Set(blocked.map((each) => each.toLowerCase()));
  return mails.filter((mail) => blockedKeys.has(mail.toLowerCase()));
}
