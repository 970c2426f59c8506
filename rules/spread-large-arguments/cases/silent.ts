//- with: express, node
import { readFileSync } from 'node:fs';
import express from 'express';

const app = express();
app.use(express.json());

app.post('/largest', (req, res) => {
  //= as many as fit into one body
  res.json(Math.max(...req.body.numbers));
});

export function largest(numbers: number[]): number {
  //= nothing says that there are many
  return Math.max(...numbers);
}

export function sides(width: number, height: number): number {
  //= two of them
  return Math.max(...[width, height]);
}

export function all(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  //= into a list, not into arguments
  const copy = [...lines];
  //= a list as one argument
  return copy.concat(lines);
}

export function pieces(path: string): number[] {
  const found: number[] = [];
  const lines = readFileSync(path, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at += 1000) {
    //= a thousand at a time
    found.push(...lines.slice(at, at + 1000).map((line) => line.length));
  }
  return found;
}

export function first(path: string): number {
  //= ten of them
  return Math.max(...readFileSync(path, 'utf8').split('\n').slice(0, 10).map((line) => line.length));
}

export function encoded(key: ArrayBuffer): string {
  //= nothing says where the bytes come from: a key has 32
  return String.fromCharCode(...new Uint8Array(key));
}

export function version(text: string): number {
  //= parts of a short string
  return Math.max(...text.split('.').map(Number));
}

export function highest(path: string): number {
  //= one at a time
  return readFileSync(path, 'utf8').split('\n').reduce((most, line) => Math.max(most, line.length), 0);
}
