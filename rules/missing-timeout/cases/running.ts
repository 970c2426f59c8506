// Who does not wait for an answer is not held up by it, and what nobody asks for is not waited for.
//- with: axios, express
import axios from 'axios';
import express from 'express';

const app = express();
const log: unknown[] = [];

function announce(name: string): void {
  axios
    .post('https://hooks.example', { name }) //= nobody waits for it
    .then((sent) => log.push(sent.data))
    .catch((error) => log.push(error));
}

function picture(url: string, small = false): Promise<unknown> {
  return thumbnail(url, small);
}

async function thumbnail(url: string, small: boolean): Promise<unknown> {
  if (!small) return url;
  return axios.get(url); //= nobody who serves a request wants a small one
}

async function upload(draft: unknown): Promise<void> {
  await axios.post('https://drafts.example', draft); //= nobody waits for it
}

async function draftOf(id: string): Promise<unknown> {
  return log.find((each) => each === id);
}

function uploadLater(id: string): void {
  void draftOf(id).then(async (draft) => {
    await upload(draft);
  });
}

async function tell(name: string): Promise<void> {
  await axios.post('https://greetings.example', { name }); //= nobody waits for it
}

app.post('/drafts', (req, res) => {
  const { id, urgent } = req.body;
  uploadLater(id);
  urgent && tell(id);
  res.json(id);
});

app.post('/users', (req, res) => {
  announce(String(req.body.name));
  axios.get('https://rates.example').then((rates) => res.json(rates.data)); //! missing-timeout warning
});

app.get('/users', async (_req, res) => {
  res.json(await picture('https://pictures.example'));
});
