// trap: indexOf never finds NaN, and a Set does
export function known(ids: number[], all: number[]): number[] {
  return ids.filter((id) => all.indexOf(id) !== -1); //! nested-loop-lookup 💡safe
}

// trap: includes finds NaN as a Set does, and takes -0 for 0 as a Set does, so the fix is right
export function missing(wanted: number[], stocked: number[]): number[] {
  return wanted.filter((id) => !stocked.includes(id)); //! nested-loop-lookup 💡safe
}

// trap: a comparison with === never holds for NaN, and a Map finds it
export function prices(rows: { sku: number }[], catalogue: { sku: number; price: number }[]): number[] {
  return rows.map((row) => catalogue.find((item) => item.sku === row.sku)?.price ?? 0); //! nested-loop-lookup 💡safe
}

// trap: with !== in some, NaN differs from everything, itself too
export function changed(rows: number[], seen: number[]): number[] {
  return rows.filter((row) => !seen.every((each) => each !== row)); //! nested-loop-lookup 💡safe
}

// trap: Object.is tells -0 from 0, and a Set does not
export function exact(values: number[], known: number[]): number[] {
  return values.filter((value) => known.some((each) => Object.is(each, value))); //= no equality that an index could answer
}

// trap: findIndex with === never finds NaN, and gives a position, not a truth
export function ranks(players: number[], order: number[]): number[] {
  return players.map((player) => order.findIndex((each) => each === player)); //! nested-loop-lookup 💡none
}

// trap: a bigint and a number are equal by == and different keys of a Set
export function paid(invoices: bigint[], payments: number[]): bigint[] {
  return invoices.filter((invoice) => payments.some((payment) => payment == Number(invoice))); //! nested-loop-lookup 💡none
}

// trap: == takes '1' for 1
export function selected(answers: { value: string | number }[], chosen: (string | number)[]): { value: string | number }[] {
  return answers.filter((answer) => chosen.some((each) => each == answer.value)); //! nested-loop-lookup 💡none
}

// trap: == null finds undefined as well
export function blanks(cells: (string | null | undefined)[], filled: (string | null | undefined)[]): number {
  let count = 0;
  for (const cell of cells) if (filled.some((each) => each == cell)) count += 1; //! nested-loop-lookup 💡none
  return count;
}

// trap: a typed array turns what it holds into small numbers, and has no hole
export function bytesIn(values: number[], mask: Uint8Array): number[] {
  return values.filter((value) => mask.includes(value)); //= typed arrays are no lists
}

// trap: indexOf passes over holes, and a Set made of the list holds undefined
export function answered(questions: (string | undefined)[], answers: (string | undefined)[]): number {
  return questions.filter((question) => answers.indexOf(question) !== -1).length; //! nested-loop-lookup 💡suggestion
}

// trap: includes reads a hole as undefined, and so does a Set
export function given(questions: (string | undefined)[], answers: (string | undefined)[]): number {
  return questions.filter((question) => answers.includes(question)).length; //! nested-loop-lookup 💡safe
}

// trap: some passes over holes, and a Map made of the list meets undefined there
export function tagged(rows: { tag: number | undefined }[], tags: (number | undefined)[]): number {
  return rows.filter((row) => tags.some((tag) => tag === row.tag)).length; //! nested-loop-lookup 💡suggestion
}

// trap: with a second argument indexOf starts later, and what stands before does not count
export function repeated(words: string[], all: string[]): string[] {
  return words.filter((word, index) => all.indexOf(word, index + 1) !== -1); //! nested-loop-lookup 💡none
}

// trap: includes with a second argument looks at a part of the list
export function later(words: string[], all: string[], from: number): string[] {
  return words.filter((word) => all.includes(word, from)); //! nested-loop-lookup 💡none
}

// trap: lastIndexOf with a second argument looks at the beginning of the list only
export function before(words: string[], all: string[], until: number): string[] {
  return words.filter((word) => all.lastIndexOf(word, until) >= 0); //! nested-loop-lookup 💡none
}

// trap: indexOf(…) > 0 leaves out the first place
export function notLeading(words: string[], all: string[]): string[] {
  return words.filter((word) => all.indexOf(word) > 0); //! nested-loop-lookup 💡none
}

// trap: ~indexOf is true for any place, and a place is used after
export function sumOfPlaces(words: string[], all: string[]): number {
  let sum = 0;
  words.forEach((word) => {
    if (~all.indexOf(word)) sum += all.indexOf(word); //! nested-loop-lookup 💡safe //! nested-loop-lookup 💡none
  });
  return sum;
}

// trap: lastIndexOf gives the last place, and a Map made from the list must not keep the first
export function lastPlaces(words: string[], all: string[]): number[] {
  return words.map((word) => all.lastIndexOf(word)); //! nested-loop-lookup 💡none
}

// trap: two dates of the same moment are two objects for === and for a Set, and one key as text
export function booked(moments: Date[], taken: Date[]): Date[] {
  return moments.filter((moment) => taken.some((each) => each.getTime() === moment.getTime())); //! nested-loop-lookup 💡none
}

// trap: dates are compared by identity here, which a Set does too
export function sameDates(moments: Date[], taken: Date[]): Date[] {
  return moments.filter((moment) => taken.includes(moment)); //! nested-loop-lookup 💡safe
}

// trap: -0 and 0 are one key, as === says, but a Map keeps 0 as its key and the row keeps -0
export function keysOf(wanted: number[], rows: { key: number }[]): (number | undefined)[] {
  return wanted.map((key) => rows.find((row) => row.key === key)?.key); //! nested-loop-lookup 💡safe
}

// trap: bigint keys are equal by their value, in a Map too
export function balances(accounts: { id: bigint }[], sums: { account: bigint; sum: number }[]): number[] {
  return accounts.map((account) => sums.find((each) => each.account === account.id)?.sum ?? 0); //! nested-loop-lookup 💡safe
}

// trap: the loosely equal objects call their valueOf
export function matching(units: { valueOf(): number }[], marks: number[]): number {
  return units.filter((unit) => marks.some((mark) => mark == (unit as unknown as number))).length; //! nested-loop-lookup 💡none
}

// trap: localeCompare finds texts equal that a Set keeps apart
export function titles(books: string[], owned: string[]): string[] {
  return books.filter((book) => owned.some((each) => each.localeCompare(book, 'en', { sensitivity: 'base' }) === 0)); //= no equality that an index could answer
}

// trap: both sides are made lower case, and the index must do so too
export function domains(mails: string[], blocked: string[]): string[] {
  return mails.filter((mail) => blocked.some((each) => each.toLowerCase() === mail.toLowerCase())); //! nested-loop-lookup 💡safe
}
