//- with: node, express
//- server.ts
import express from 'express';
import { showPage } from './pages.ts';
import { settings } from './settings.ts';

const app = express();
app.get('/:page', async (req, res) => {
  res.send(await showPage(req.params['page'] ?? 'home', settings().title));
});
app.listen(settings().port);
//- pages.ts
import { render } from './render.ts';

export async function showPage(name: string, title: string): Promise<string> {
  return render(name).replace('{title}', title);
}
//- render.ts
import fs from 'node:fs';
import { join } from 'node:path';

export function render(name: string): string {
  return fs.readFileSync(join('pages', `${name}.html`), 'utf8'); //! sync-io-in-hot-path
}

export function renderAll(names: string[]): string[] {
  return names.map((name) => fs.readFileSync(`${name}.html`, 'utf8')); //= no handler reaches this
}
//- settings.ts
import { readFileSync } from 'node:fs';

interface Settings {
  port: number;
  title: string;
}

let cached: Settings | undefined;

export function settings(): Settings {
  cached ??= JSON.parse(readFileSync('settings.json', 'utf8')) as Settings; //= read once and kept
  return cached;
}
