//- with: @mikro-orm/core, express
// One user's books are mostly a handful, however many there are; a shop's are not.
import type { EntityManager } from '@mikro-orm/core';
import express from 'express';

class Book {
  id = 0;
  shop = 0;
  owner = 0;
  seen = false;
}

const app = express();
declare const em: EntityManager;

app.get('/books', async (req, res) => {
  res.json(await em.find(Book, {}, { limit: 50, offset: Number(req.query.from) } as object));
});

app.post('/own/seen', async (req, res) => {
  for (const book of await em.find(Book, { owner: Number(req.query.user) })) {
    book.seen = true;
    await em.flush(); //! commit-per-row hint
  }
  res.json({});
});

app.post('/shop/seen', async (req, res) => {
  for (const book of await em.find(Book, { shop: Number(req.query.shop) })) {
    book.seen = true;
    await em.flush(); //! commit-per-row warning
  }
  res.json({});
});
