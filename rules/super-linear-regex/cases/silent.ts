//- with: express
import express from 'express';

const app = express();
app.use(express.json());

app.post('/tags', (req, res) => {
  const { tags, name, comment, text } = req.body;
  //= each character has one place
  if (!/^[\w-]+(,[\w-]+)*$/.test(tags)) return res.json(false);
  //= one loop, tied to the beginning
  if (!/^\w+@\w+\.\w+$/.test(name)) return res.json(false);
  //= whatever it reads, it matches
  res.json(comment.replace(/(a+)+/g, 'a'));
  if (text.length > 200) return res.json(false);
  //= two hundred at most
  if (/^(\w+\s?)*$/.test(text)) return res.json(true);
  //= as many as stand there
  return res.json(/^a{1,3}a{1,3}$/.test(tags));
});

app.get('/pages/:page', (req, res) => {
  //= the head of a request is short, for a square
  res.json(String(req.params.page).replace(/-+$/, ''));
});

export function offline(text: string): boolean {
  //= no request leads here
  return /^(\w+\s?)*$/.test(text);
}

app.post('/fixed', (_req, res) => {
  //= not what a request sends
  res.json(/^(\w+\s?)*$/.test('a fixed text'));
});

app.post('/trimmed-before', (req, res) => {
  const text = req.body.text.trim();
  res.json(text.replace(/\s+$/, '')); //= there is no space at its end
});

app.post('/measured', (req, res) => {
  const { name } = req.body;
  res.json(name.length > 0 && name.length <= 16 && /^[a-z0-9]+((_|\.)?[a-z0-9])*$/.test(name)); //= sixteen characters at most
});

app.post('/trimmed', (req, res) => {
  //= nothing is left of what it looks for
  res.json(req.body.text.trim().replace(/\s+$/, ''));
});

app.post('/cut', (req, res) => {
  //= a hundred at most
  res.json(/^(\w+\s?)*$/.test(req.body.text.slice(0, 100)));
});

app.get('/found', (req, res) => {
  const data = req.query;
  const { text } = data;
  //= the head of a request is short, whatever it is called here
  res.json(String(text).replace(/-+$/, ''));
});

app.post('/names', (req, res) => {
  //= each character has one place, beyond ASCII as well
  res.json(/^[\w\u4e00-\u9fa5]+(-[\w\u4e00-\u9fa5]+)*$/.test(req.body.name));
});

declare function headingOf(key: string): { title: string };

app.post('/found', (req, res) => {
  const found = headingOf(req.body.key);
  const title = found.title;
  res.json(isHeading(title));
});

function isHeading(text: string): boolean {
  //= the title of what is found, and not what was sent
  return /^(\w+\s?)*$/.test(text);
}

// Not what a request sends, but what it led to.
app.get('/rooms/:room', async (req, res) => {
  const keys = [...(await keysOf(`room:${req.params.room}:*`))];
  for (const key of keys) res.json(key.match(/room:.*:plugins:(.*):(config|private)$/)?.[1] ?? '');
  res.end();
});

declare function keysOf(pattern: string): Promise<string[]>;

app.post('/tags/of-many', (req, res) => {
  const words: string[] = req.body.text.split(',');
  for (const word of words) if (/^(\w+\s?)*$/.test(word)) res.json(word); //! super-linear-regex warning O(2ⁿ)
  res.end();
});

app.post('/tags/picked', (req, res) => {
  for (const word of req.body.words.filter(Boolean)) if (/^(\w+\s?)*$/.test(word)) res.json(word); //! super-linear-regex warning O(2ⁿ)
});
