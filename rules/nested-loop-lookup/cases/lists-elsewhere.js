// Nothing is typed, and `includes` may search a string as well: what is a list, other files show.
//@ no-run: what is understood matters here
//- lookup.js
export function known(words, vocabulary) {
  return words.filter((word) => vocabulary.includes(word)); //! nested-loop-lookup hint O(words × vocabulary)
}

export function mentioned(words, text) {
  return words.filter((word) => text.includes(word)); //= callers hand in a string
}

export function either(words, textOrList) {
  return words.filter((word) => textOrList.includes(word)); //= one caller hands in a string, another a list
}

export function unheardOf(words, something) {
  return words.filter((word) => something.includes(word)); //= nobody shows what it is
}

export function unwanted(state, words) {
  return words.filter((word) => state.options.stopWords.includes(word)); //! nested-loop-lookup hint O(words × stopWords)
}

export function labelled(state, words) {
  return words.filter((word) => state.options.title.includes(word)); //= a string wherever it is given
}
//- words.js
export function vocabularyOf(texts) {
  return texts.map((text) => text.trim());
}
//- index.js
import { either, known, labelled, mentioned, unwanted } from './lookup.js';
import { vocabularyOf } from './words.js';

export function report(texts, words) {
  const vocabulary = vocabularyOf(texts);
  const state = { options: make(texts) };
  return [
    known(words, vocabulary),
    mentioned(words, `${texts.length} texts`),
    either(words, 'one'),
    either(words, vocabulary),
    unwanted(state, words),
    labelled(state, words),
  ];
}

function make(texts) {
  return Object.freeze({ stopWords: texts.map((text) => text.toLowerCase()), title: `${texts.length} texts` });
}
