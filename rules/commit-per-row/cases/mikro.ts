//- with: @mikro-orm/core, express
import type { EntityManager } from '@mikro-orm/core';
import express from 'express';

class Book {
  title = '';
}

const app = express();
declare const em: EntityManager;

app.post('/books', async (req, res) => {
  const titles: string[] = req.body.titles;
  for (const title of titles) {
    const book = new Book();
    book.title = title;
    em.persist(book);
    await em.flush(); //! commit-per-row
  }
  res.json({});
});

export async function atOnce(titles: string[]): Promise<void> {
  for (const title of titles) {
    const book = new Book();
    book.title = title;
    em.persist(book);
  }
  await em.flush(); //= once, after the loop
}

export async function perHundred(titles: string[]): Promise<void> {
  let count = 0;
  for (const title of titles) {
    const book = new Book();
    book.title = title;
    em.persist(book);
    if (++count % 100 === 0) await em.flush(); //= once per hundred
  }
  await em.flush(); //= once, after the loop
}

export async function callbacks(titles: string[]): Promise<void> {
  await Promise.all(
    titles.map(async (title) => {
      const fork = em.fork();
      const book = new Book();
      book.title = title;
      fork.persist(book);
      await fork.flush(); //= a manager of its own for each
    }),
  );
}
