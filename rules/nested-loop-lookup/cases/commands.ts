// What is started by hand, now and then, keeps nobody else waiting.
//- with: node
//- src/known.ts
import { readFileSync } from 'node:fs';

export function known(words: string[]): string[] {
  const vocabulary = readFileSync('words.txt', 'utf8').split('\n');
  return words.filter((word) => vocabulary.includes(word)); //! nested-loop-lookup hint
}

export function asked(words: string[]): string[] {
  const vocabulary = readFileSync('words.txt', 'utf8').split('\n');
  return words.filter((word) => vocabulary.includes(word)); //! nested-loop-lookup warning
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
  return words.filter((word) => !vocabulary.includes(word)); //! nested-loop-lookup hint
}

process.exit(unknown(known(readFileSync('text.txt', 'utf8').split('\n'))).length);
