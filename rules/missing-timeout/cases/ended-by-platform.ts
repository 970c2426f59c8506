// A function of a cloud: its platform ends it.
//- with: express, axios, serverless-http
import axios from 'axios';
import serverless from 'serverless-http';
import express from 'express';

const app = express();
export const handler = serverless(app);

app.get('/rates', async (_req, res) => {
  res.json((await axios.get('https://rates.example')).data); //! missing-timeout hint
});
