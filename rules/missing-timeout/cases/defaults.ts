//- with: express, axios
import axios from 'axios';
import express from 'express';

(axios as unknown as { defaults: { timeout: number } }).defaults.timeout = 5000;
const app = express();

app.get('/rates', async (_req, res) => {
  res.json((await axios.get('https://rates.example')).data); //= all requests have a limit
});
