// A middleware that sends whoever waits too long away: the request itself goes on.
//- with: express, axios, connect-timeout
import axios from 'axios';
import timeout from 'connect-timeout';
import express from 'express';

const app = express();
app.use(timeout('5s'));

app.get('/rates', async (_req, res) => {
  res.json((await axios.get('https://rates.example')).data); //! missing-timeout hint
});
