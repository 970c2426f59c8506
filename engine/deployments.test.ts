/** Findings that rest on how a program is deployed follow what becomes of the files that say so. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSession } from './session.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const code = `const express = require('express');
const multer = require('multer');

const app = express();
app.use('/uploads', express.static('uploads'));
app.post('/uploads', multer({ dest: 'uploads/' }).single('file'), (req, res) => res.end());
`;
const compose = (folder: string): string => `services:\n  web:\n    volumes:\n      - files:/app/${folder}\n`;

test('a session notices that a folder is mounted, and is so no longer', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-deployments-'));
  folders.push(cwd);
  const path = (name: string): string => join(cwd, name);
  writeFileSync(path('package.json'), '{ "name": "shop", "dependencies": { "express": "5" } }');
  writeFileSync(path('app.js'), code);
  const session = createSession({ root: cwd });
  session.hold(path('app.js'), code);
  const found = async (): Promise<string[]> =>
    (await session.check(path('app.js'), 'syntax')).findings.map(({ rule }) => rule).filter((rule) => rule === 'local-file-state');
  expect(await found()).toEqual(['local-file-state']);

  writeFileSync(path('compose.yaml'), compose('uploads'));
  session.touched([path('compose.yaml')]);
  expect(await found()).toEqual([]);

  writeFileSync(path('compose.yaml'), compose('papers'));
  session.touched([path('compose.yaml')]);
  expect(await found()).toEqual(['local-file-state']);

  writeFileSync(path('Dockerfile'), 'FROM node:22\nVOLUME /app/papers /app/uploads\n');
  session.touched([path('Dockerfile')]);
  expect(await found()).toEqual([]);

  rmSync(path('Dockerfile'));
  session.touched([path('Dockerfile')]);
  expect(await found()).toEqual(['local-file-state']);
  session.dispose();
});
