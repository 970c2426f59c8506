//- with: mongoose, express
import { Router } from 'express';
import mongoose, { type HydratedDocument } from 'mongoose';

interface Book {
  title: string;
  author: { name: string };
}

const Books = mongoose.model<Book>('Book', new mongoose.Schema<Book>({}));

export const router = Router();

router.get('/books', async (_req, res) => {
  const books = await Books.find({ read: true }).sort({ title: 1 });
  for (const book of books) await book.populate('author'); //! lazy-relation-in-loop hint 💡none
  res.json(books);
});

router.get('/books/all', async (_req, res) => {
  const books = await Books.find();
  res.json(await Promise.all(books.map((book) => book.populate({ path: 'author' })))); //! lazy-relation-in-loop hint 💡none
});

router.get('/books/twice', async (_req, res) => {
  // Populated by the query, and by each book once more.
  const books = await Books.find().populate('author');
  for (const book of books) await book.populate('author'); //! lazy-relation-in-loop hint 💡none
  res.json(books);
});

router.get('/books/named', async (_req, res) => {
  const names: string[] = [];
  for (const book of await Books.find()) names.push(await authorOf(book)); //! lazy-relation-in-loop hint 💡none
  res.json(names);
});

async function authorOf(book: HydratedDocument<Book>): Promise<string> {
  await book.populate('author');
  return book.author.name;
}

router.get('/books/:id', async (req, res) => {
  const book = await Books.findById(req.params.id);
  await book?.populate('author'); //= one row
  res.json(book);
});
