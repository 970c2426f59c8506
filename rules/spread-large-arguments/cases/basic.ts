//- with: express, node
import { readFileSync } from 'node:fs';
import express from 'express';

interface Upload {
  arrayBuffer(): Promise<ArrayBuffer>;
}

const app = express();

app.get('/longest', (_req, res) => {
  const lines = readFileSync('words.txt', 'utf8').split('\n');
  res.json(Math.max(...lines.map((line) => line.length))); //! spread-large-arguments warning
});

export function load(path: string, into: string[]): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  into.push(...lines); //! spread-large-arguments
}

export async function base64(file: Upload): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return String.fromCharCode(...bytes); //! spread-large-arguments
}

export async function encoded(file: Upload): Promise<string> {
  const buffer = await file.arrayBuffer();
  return String.fromCharCode.apply(null, new Uint8Array(buffer) as unknown as number[]); //! spread-large-arguments
}

export function shortest(text: string): number {
  const lengths: number[] = [];
  for (const line of text.split('\n')) lengths.push(line.length);
  return Math.min(...lengths); //! spread-large-arguments
}
