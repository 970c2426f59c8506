// What is started by hand, now and then, keeps nobody else waiting.

//- src/known.ts
import { readFileSync } from 'node:fs';

export function known(words: string[]): string[] {
  const vocabulary = readFileSync('words.txt', 'utf8').split('\n');
  const vocabularySet = new Set(vocabulary);
  return words.filter((word) => vocabularySet.has(word));
}

export function asked(words: string[]): string[] {
  const vocabulary = readFileSync('words.txt', 'utf8').split('\n');
  const vocabularySet = new Set(vocabulary);
  return words.filter((word) => vocabularySet.has(word));
}

//- src/server.ts
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { asked } from './known.ts';

createServer((_request, response) => {
  response.end(asked(readFileSync('text.txt', 'utf8').split('\n')).join());
}).listen(3000);

//- src/report.ts
import { readFileSync } from 'node:fs';
import { known } from './known.ts';

function unknown(words: string[]): string[] {
  const vocabulary = readFileSync('words.txt', 'utf8').split('\n');
  const vocabularySet = new Set(vocabulary);
  return words.filter((word) => !vocabularySet.has(word));
}

process.exit(unknown(known(readFileSync('text.txt', 'utf8').split('\n'))).length);
