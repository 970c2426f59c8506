// Whom nobody waits for: handlers that only developers have, and those that a limit for all requests ends.
//- with: express, axios, node
//- index.ts
import axios from 'axios';
import express from 'express';

const app = express();
declare const limiter: { map(names: string[], each: (name: string) => Promise<void>): Promise<void> };
const IS_PRODUCTION = process.env['NODE_ENV'] === 'production';

if (!IS_PRODUCTION) {
  app.get('/sample', async (_request, response) => {
    response.json((await axios.get('https://samples.example')).data); //= not there in production
  });
}

if (process.env['NODE_ENV'] !== 'production') {
  app.get('/mock', async (_request, response) => {
    response.json((await axios.get('https://mocks.example')).data); //= not there in production
  });
}

app.post('/refresh', async (_request, response) => {
  response.status(202).send('started');
  for (const shop of ['north', 'south']) await axios.get(`https://${shop}.example`); //= whoever asked has the answer
});

app.post('/checked', async (request, response) => {
  if (!request.body) {
    response.status(400).send('empty');
    return;
  }
  response.json((await axios.get('https://checks.example')).data); //! missing-timeout warning
});

app.post('/mails', async (request, response) => {
  const sent = ['a', 'b'].map(async (name) => {
    axios.post(`https://mails.example/${name}`, request.body); //= nobody is handed the promise
  });
  response.json({ sent: sent.length });
});

app.post('/prices', async (_request, response) => {
  ['a', 'b'].forEach(async (name) => {
    await axios.get(`https://prices.example/${name}`); //= nobody has the promises
  });
  response.json('started');
});

app.get('/templates', async (_request, response) => {
  response.json(await templates());
});

async function templates(): Promise<string[]> {
  return [];
  return (await axios.get(urlOf('templates'))).data; //= it never comes as far as this

  function urlOf(name: string): string {
    return `https://mails.example/${name}`;
  }
}

app.get('/drafts', async (_request, response) => {
  response.json(await drafts());
});

async function drafts(): Promise<string[]> {
  try {
    return [];
  } finally {
    await axios.get('https://drafts.example/read'); //! missing-timeout warning
  }
}

app.post('/limited-prices', async (_request, response) => {
  await limiter.map(['a', 'b'], async (name) => {
    await axios.get(`https://prices.example/${name}`); //! missing-timeout warning
  });
  response.json('done');
});

app.post('/all-prices', async (_request, response) => {
  const prices = ['a', 'b'].map(async (name) => {
    return (await axios.get(`https://prices.example/${name}`)).data; //! missing-timeout warning
  });
  response.json(await Promise.all(prices));
});

app.post('/api/v1/seed-orders', async (_request, response) => {
  response.json((await axios.get('https://seeds.example')).data); //= somebody fills a database
});

app.get('/test-mail', async (_request, response) => {
  response.json((await axios.get('https://mails.example')).data); //= somebody tries it out
});

app.get('/tests/:id', async (_request, response) => {
  response.json((await axios.get('https://tests.example')).data); //! missing-timeout warning
});

if (IS_PRODUCTION) {
  app.get('/rates', async (_request, response) => {
    response.json((await axios.get('https://rates.example')).data); //! missing-timeout warning
  });
}

if (!IS_PRODUCTION || process.env['WITH_QUOTES']) {
  app.get('/quotes', async (_request, response) => {
    response.json((await axios.get('https://quotes.example')).data); //! missing-timeout warning
  });
}
