import { readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';

const app = express();

// trap: await cannot stand in a callback that is not async
app.get('/reports', async (req, res) => {
  const names = String(req.query['names']).split(',');
  res.json(names.map((name) => readFileSync(join('reports', name), 'utf8')));
});

// trap: forEach does not wait for an async callback
app.get('/sizes', async (req, res) => {
  const sizes: number[] = [];
  String(req.query['names'])
    .split(',')
    .forEach((name) => {
      sizes.push(readFileSync(join('reports', name), 'utf8').length);
    });
  res.json(sizes);
});

// trap: a comparator of sort must answer a number, and not a promise of one
app.get('/newest', async (req, res) => {
  const names = String(req.query['names']).split(',');
  names.sort((a, b) => readFileSync(join('notes', a), 'utf8').length - readFileSync(join('notes', b), 'utf8').length);
  res.json(names);
});

// trap: a promise is always true
app.get('/draft/:id', async (req, res) => {
  if (await readFile(join('drafts', String(req.params['id'])), 'utf8')) res.json('there is one');
  else res.json('none');
});

// trap: await binds less tightly than the dot after the call
app.get('/lines/:id', async (req, res) => {
  res.json((await readFile(join('texts', String(req.params['id'])), 'utf8')).split('\n').length);
});

app.post('/log/:id', (req) => {
  writeFileSync('log.txt', String(req.params['id']));
});

// trap: a handler that is not async would have to become so, and its errors would go elsewhere
app.get('/plain/:id', (req, res) => {
  res.json(readFileSync(join('texts', String(req.params['id'])), 'utf8'));
});

// trap: the error is thrown within the try, and a promise that is not awaited is thrown behind it
app.get('/tried/:id', async (req, res) => {
  try {
    return res.json(JSON.parse(await readFile(join('texts', String(req.params['id'])), 'utf8')));
  } catch {
    return res.json({});
  }
});

let served = 0;

// trap: a counter is read before the wait and written after it
app.get('/counted/:id', async (req, res) => {
  served = served + (await readFile(join('texts', String(req.params['id'])), 'utf8')).length;
  res.json(served);
});

// trap: x += await … takes the old x, which others change meanwhile
app.get('/added/:id', async (req, res) => {
  served += (await readFile(join('texts', String(req.params['id'])), 'utf8')).length;
  res.json(served);
});

// trap: a getter cannot be async
class Document {
  constructor(private readonly path: string) {}
  get text(): string {
    return readFileSync(this.path, 'utf8');
  }
}
app.get('/document/:id', async (req, res) => {
  res.json(new Document(String(req.params['id'])).text);
});

// trap: a constructor cannot be async
class Template {
  readonly text: string;
  constructor(path: string) {
    this.text = readFileSync(path, 'utf8');
  }
}
app.get('/template/:id', async (req, res) => {
  res.json(new Template(String(req.params['id'])).text);
});

// trap: the interface promises a text, and callers compare it
interface Source {
  read(name: string): string;
}
class Files implements Source {
  read(name: string): string {
    return readFileSync(name, 'utf8');
  }
}
const source: Source = new Files();
app.get('/source/:id', async (req, res) => {
  res.json(source.read(String(req.params['id'])) === 'ok');
});

// trap: a generator that is not async cannot wait
function* readAll(names: string[]): Generator<string> {
  for (const name of names) yield readFileSync(name, 'utf8');
}
app.get('/all', async (req, res) => {
  res.json([...readAll(String(req.query['names']).split(','))]);
});

// trap: an async generator can wait
export async function* readEach(names: string[]): AsyncGenerator<string> {
  for (const name of names) yield await readFile(name, 'utf8');
}

// trap: a default value of a parameter cannot wait
export async function render(name: string, text = readFileSync(name, 'utf8')): Promise<string> {
  return text.trim();
}
app.get('/render/:id', async (req, res) => {
  res.json(await render(String(req.params['id'])));
});

// trap: the file is read right after it was written, which must be over by then
app.post('/save/:id', async (req, res) => {
  await writeFile(String(req.params['id']), 'draft');
  res.json(await readFile(String(req.params['id']), 'utf8'));
});

// trap: two arguments are read in an order, and one call has an effect in between
app.get('/both/:id', async (req, res) => {
  const parts = [await readFile('a.txt', 'utf8'), served++, await readFile(String(req.params['id']), 'utf8')];
  res.json(parts);
});

// trap: an optional chain and a non-null mark stand behind the call
app.get('/first/:id', async (req, res) => {
  res.json((await readFile(String(req.params['id']), 'utf8')).split('\n')[0]!.trim());
});

// trap: await may not stand on the left of ** without parentheses, nor behind new
app.get('/power/:id', async (req, res) => {
  res.json((await stat(String(req.params['id']))).size ** 2);
});

// trap: a line that begins with the call follows one without a semicolon
app.get('/bare/:id', async (req, res) => {
  const id = String(req.params['id'])
  const size = id.length
  await writeFile(id, 'x')
  res.json(size)
});
