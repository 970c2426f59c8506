// trap: without types the list may be a text, whose includes finds parts
export function untyped(words, known) {
  return words.filter((word) => known.includes(word)); //= anything whose type is unknown
}

// trap: the type comes from a comment
/**
 * @param {string[]} words
 * @param {string[]} known
 */
export function commented(words, known) {
  return words.filter((word) => known.includes(word)); //! nested-loop-lookup 💡suggestion
}

// trap: the parameter has a default, which is another list at each call
export function defaulted(words = ['a', 'b'].concat('c'), known = words.slice(1)) {
  return words.filter((word) => known.includes(word)); //! nested-loop-lookup 💡suggestion
}

// trap: the list is made of mixed elements, where == would find more
export function mixed(words) {
  const known = [];
  for (const word of words) {
    if (known.indexOf(word) == -1) known.push(word); //! list-as-set 💡suggestion
  }
  return known.length;
}

// trap: split gives texts, and the keys of an object are texts
export function keys(text, table) {
  const known = Object.keys(table);
  return text.split(',').filter((word) => known.indexOf(word) >= 0); //! nested-loop-lookup 💡suggestion
}

// trap: var is one variable for all rounds
export function oneVar(groups) {
  var count = 0;
  for (var at = 0; at < groups.length; at++) {
    var known = groups[at].split(' ');
    for (var word of groups[0].split(',')) {
      if (known.includes(word)) count++; //! nested-loop-lookup 💡suggestion
    }
  }
  return count;
}

// trap: closures of a var all see its last value
export function closures(text, list) {
  var known = text.split(',');
  var asks = [];
  for (var at = 0; at < 3; at++) asks.push(() => list.split(' ').filter((word) => known.includes(word + at))); //! nested-loop-lookup 💡none
  known = [];
  return asks.map((ask) => ask().length);
}

// trap: delete leaves a hole, which includes takes for undefined
export function deleted(text, list) {
  const known = text.split(',');
  const out = [];
  for (const word of list.split(' ')) {
    if (known.includes(word)) out.push(word); //= the list changes in the loop
    delete known[0];
  }
  return out;
}

// trap: Array.from reads something with a length, whose holes become undefined
export function arrayLike(text, nodes) {
  const known = Array.from(nodes, (node) => node?.id);
  return text.split(',').filter((word) => known.includes(word)); //! nested-loop-lookup 💡safe
}

// trap: the property is defined with a getter elsewhere
export function defined(text) {
  const box = {};
  let reads = 0;
  Object.defineProperty(box, 'known', { get: () => [`${(reads += 1)}`] });
  return text.split(',').filter((word) => box.known.includes(word)).length + reads; //! nested-loop-lookup 💡none
}
