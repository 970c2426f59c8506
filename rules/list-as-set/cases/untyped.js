//@ run: unique(string[])
//@ run: collect({ name: string }[])
//@ run: allowed(string[])

const VERBS = [
  'add', 'bring', 'call', 'drop', 'eat', 'find', 'give', 'hold', 'iron', 'join', 'keep', 'list', 'make', 'name', 'open', 'push', 'quit', 'read',
];

function unique(list) {
  return list.filter((item, i) => list.indexOf(item) === i); //! list-as-set 💡
}

function collect(rows) {
  const names = [];
  for (const row of rows) {
    if (!names.includes(row.name)) names.push(row.name); //! list-as-set O(rows²)
  }
  return names;
}

function allowed(words) {
  return words.filter((word) => VERBS.indexOf(word) !== -1); //! list-as-set 💡
}

function hasVerb(text, verb) {
  return text.includes(verb); //= `text` may be a string
}

module.exports = { unique, collect, allowed, hasVerb };
