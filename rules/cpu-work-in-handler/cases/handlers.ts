//- documents.ts
import { Workbook } from 'exceljs';
import { PDFDocument } from 'pdf-lib';
import * as XLSX from 'xlsx';

export async function sheet(rows: readonly string[][]): Promise<unknown> {
  const book = new Workbook();
  const page = book.addWorksheet('rows');
  for (const row of rows) page.addRow(row);
  return book.xlsx.writeBuffer(); //! cpu-work-in-handler hint
}

export function rowsOf(file: Buffer): unknown[] {
  const book = XLSX.read(file); //! cpu-work-in-handler hint
  return Object.keys(book.Sheets);
}

export class Letters {
  async stamp(letter: Uint8Array): Promise<Uint8Array> {
    const file = await PDFDocument.load(letter); //! cpu-work-in-handler hint
    file.addPage();
    return file.save();
  }
}

//- server.ts
import bcrypt from 'bcryptjs';
import express from 'express';
import Jimp from 'jimp';
import { JSDOM } from 'jsdom';
import pdf from 'pdf-parse';
import { Letters, rowsOf, sheet } from './documents';

const app = express();
const letters = new Letters();

app.post('/login', async (req, res) => {
  const is = await bcrypt.compare(req.body.password, '$2a$10$'); //! cpu-work-in-handler hint
  res.json({ is });
});

app.post('/register', async (req, res) => {
  res.json({ hash: await bcrypt.hash(req.body.password, 10) }); //! cpu-work-in-handler hint
});

app.post('/avatar', async (req, res) => {
  const picture = await Jimp.read(req.body); //! cpu-work-in-handler warning
  picture.resize(64, 64);
  res.send(picture);
});

app.get('/rows', async (_req, res) => {
  res.send(await sheet([['a']]));
});

app.post('/rows', (req, res) => {
  res.json(rowsOf(req.body));
});

app.post('/letter', async (req, res) => {
  res.send(await letters.stamp(req.body));
});

app.post('/text', async (req, res) => {
  const { text } = await pdf(req.body); //! cpu-work-in-handler hint
  const { window } = new JSDOM(text); //! cpu-work-in-handler hint
  res.json(window.document.title);
});
