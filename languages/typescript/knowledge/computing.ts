/**
 * Packages written in JavaScript that compute for long on the thread that calls them. Most yield a promise, which says nothing: no other thread does
 * the work. What reads only for a moment (`marked`, `cheerio`) is not here, nor is what works in threads of its own (`sharp`, `bcrypt`).
 */
import { computes, type Family, on, returns } from '../../words.ts';

const pictures = computes('long', 'Use `sharp`, which works in threads of its own.');
const documents = computes('document');

export const computing: Family = {
  rows: [
    ...on('bcryptjs', 'hash compare', computes('password', 'Use the native `bcrypt`, which works in threads of its own.')),
    ...on('hash-wasm', 'argon2id argon2i argon2d argon2Verify bcrypt bcryptVerify scrypt pbkdf2', computes('password', 'Use the native `argon2`.')),
    ...on('jimp', 'read default.read Jimp.read fromBuffer Jimp.fromBuffer', pictures),
    ...on('exceljs', 'Workbook', returns('exceljs#Workbook')),
    ...on('exceljs#Workbook', 'xlsx.load xlsx.read xlsx.readFile xlsx.write xlsx.writeBuffer xlsx.writeFile', documents),
    ...on('xlsx-populate', 'fromDataAsync fromFileAsync', documents),
    ...on('pdf-lib', 'PDFDocument.load', { ...documents, returns: 'pdf-lib#PDFDocument' }),
    ...on('pdf-lib', 'PDFDocument.create', returns('pdf-lib#PDFDocument')),
    ...on('pdf-lib#PDFDocument', 'save saveAsBase64', documents),
    ...on('pdf-parse', 'default', documents),
    ...on('mammoth', 'convertToHtml convertToMarkdown extractRawText', documents),
    ...on('docx', 'Packer.toBuffer Packer.toBase64String Packer.toString', documents),
    ...on('prettier', 'format check', documents),
  ],
};
