//- with: express
import express from 'express';

export function fib(n: number): number {
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2); //! exponential-recursion hint O(2ⁿ)
}

export const ways = (x: number, y: number): number => (x === 0 || y === 0 ? 1 : ways(x - 1, y) + ways(x, y - 1)); //! exponential-recursion hint

export function distance(a: string, b: string): number {
  if (a === '') return b.length;
  if (b === '') return a.length;
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
  return 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), distance(a.slice(1), b.slice(1))); //! exponential-recursion hint O(3ⁿ)
}

export function matches(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern[0] === '*') return matches(pattern.slice(1), text) || (text !== '' && matches(pattern, text.slice(1))); //! exponential-recursion warning O(2ⁿ)
  return text !== '' && pattern[0] === text[0] && matches(pattern.slice(1), text.slice(1));
}

const app = express();
app.get('/search', (req, res) => {
  res.json(matches(String(req.query.pattern), String(req.query.text)));
});

export class Stairs {
  count(steps: number): number {
    return steps <= 0 ? 1 : this.count(steps - 1) + this.count(steps - 2) + this.count(steps - 3); //! exponential-recursion hint O(3ⁿ)
  }
}
