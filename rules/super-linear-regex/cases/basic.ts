//- with: express
import express from 'express';

const app = express();
app.use(express.json());

const TAGS = /^([\w-]+,?)+$/;

app.post('/tags', (req, res) => {
  const { tags, comment, email } = req.body;
  if (!TAGS.test(tags)) return res.json(false); //! super-linear-regex warning O(2ⁿ)
  if (!/^\S+@\S+\.\S+$/.test(email)) return res.json(false); //! super-linear-regex warning O(n²)
  return res.json({ comment: comment.replace(/\s+$/, '') }); //! super-linear-regex hint O(n²)
});

app.get('/search', (req, res) => {
  res.json(String(req.query.words).match(/^(\w+\s?)*$/)); //! super-linear-regex warning O(2ⁿ)
});

function isQuoted(text: string): boolean {
  return /^"(\\?.)*"$/.test(text); //! super-linear-regex warning O(2ⁿ)
}

app.post('/quotes', (req, res) => {
  res.json(isQuoted(req.body.quote));
});

app.post('/links', (req, res) => {
  const { path } = req.body;
  // The body may be long, whatever its parts are called.
  const url = req.body.url.replace(/\/+$/, ''); //! super-linear-regex hint O(n²)
  res.json({ url, path: path.replace(/\/+$/, '') }); //! super-linear-regex hint O(n²)
});

// Who could send such a text is an administrator.
app.post('/admin/tags', (req, res) => {
  res.json(TAGS.test(req.body.tags)); //! super-linear-regex hint O(2ⁿ)
});
