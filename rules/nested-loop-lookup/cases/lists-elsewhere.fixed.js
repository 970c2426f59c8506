// Nothing is typed, and `includes` may search a string as well: what is a list, other files show.

//- lookup.js
export function known(words, vocabulary) {
  const vocabularySet = new Set(vocabulary);
  return words.filter((word) => vocabularySet.has(word));
}

export function mentioned(words, text) {
  return words.filter((word) => text.includes(word));
}

export function either(words, textOrList) {
  return words.filter((word) => textOrList.includes(word));
}

export function unheardOf(words, something) {
  return words.filter((word) => something.includes(word));
}

export function unwanted(state, words) {
  const stopWordsSet = new Set(state.options.stopWords);
  return words.filter((word) => stopWordsSet.has(word));
}

export function labelled(state, words) {
  return words.filter((word) => state.options.title.includes(word));
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
