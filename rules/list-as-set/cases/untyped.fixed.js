const VERBS = new Set([
  'add', 'bring', 'call', 'drop', 'eat', 'find', 'give', 'hold', 'iron', 'join', 'keep', 'list', 'make', 'name', 'open', 'push', 'quit', 'read',
]);

function unique(list) {
  return [...new Set(list)];
}

function collect(rows) {
  const names = [];
  for (const row of rows) {
    if (!names.includes(row.name)) names.push(row.name);
  }
  return names;
}

function allowed(words) {
  return words.filter((word) => VERBS.has(word));
}

function hasVerb(text, verb) {
  return text.includes(verb);
}

module.exports = { unique, collect, allowed, hasVerb };
