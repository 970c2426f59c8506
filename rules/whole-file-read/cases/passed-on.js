import { PutObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import axios from 'axios';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

const s3 = new S3Client({});

export async function proxied(url) {
  const upstream = await fetch(url);
  if (!upstream.ok) return new Response(null, { status: upstream.status });
  const bytes = Buffer.from(await upstream.arrayBuffer()); //! whole-file-read hint
  return new Response(bytes, { headers: { 'Content-Length': String(bytes.length) } });
}

export async function downloaded(url, path) {
  const { data } = await axios.get(url, { responseType: 'arraybuffer' }); //! whole-file-read
  await writeFile(path, data);
}

export async function saved(url, path) {
  const response = await axios.get(url, { responseType: 'arraybuffer' });
  await writeFile(path, response.data); //! whole-file-read
}

export async function received(request, path) {
  await writeFile(path, Buffer.from(await request.arrayBuffer())); //? miss: nothing says what `request` is
}

export async function restored(key, path) {
  const object = await s3.send(new GetObjectCommand({ Bucket: 'backups', Key: key }));
  const bytes = await object.Body.transformToByteArray(); //! whole-file-read
  await writeFile(path, bytes);
}

export async function stored(key, path) {
  await s3.send(new PutObjectCommand({ Bucket: 'backups', Key: key, Body: await readFile(path) })); //! whole-file-read
}

export async function copied(from, to) {
  await writeFile(to, await readFile(from)); //! whole-file-read
}

export async function digest(path) {
  return createHash('sha256').update(await readFile(path)).digest('hex'); //! whole-file-read
}

export async function parsed(path) {
  return JSON.parse(await readFile(path, 'utf8')); //= parsed as one
}

export async function uploaded(request, path) {
  const form = await request.formData();
  const file = form.get('file');
  await writeFile(path, Buffer.from(await file.arrayBuffer())); //= the form is in memory already
}

export async function answered(url, path) {
  const { data } = await axios.get(url);
  await writeFile(path, data); //= parsed, as far as anybody knows
}

export async function logoOf(url) {
  const logo = await fetch(url);
  return new Response(await logo.arrayBuffer()); //= a logo is small
}

export async function imageOf(imageUrl) {
  const answer = await fetch(imageUrl);
  return new Response(await answer.arrayBuffer()); //= so is an image that is looked at
}

export async function mediaOf(message, path) {
  let url = null;
  if (message.media) url = message.media.url;
  const media = await axios.get(url, { responseType: 'arraybuffer' });
  await writeFile(path, media.data); //! whole-file-read
}

export async function streamed(url) {
  const upstream = await fetch(url);
  return new Response(upstream.body); //= piece by piece
}

export async function hashed(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash); //= piece by piece
  return hash.digest('hex');
}

export async function signed(path, part) {
  const content = await readFile(path); //= given to two
  await writeFile(`${path}.copy`, content);
  return createHash('sha256').update(part).update(content).digest('hex');
}

export async function spread(from, paths) {
  const content = await readFile(from); //= read once for all of them
  for (const path of paths) await writeFile(path, content);
}

export async function described(chunks, response) {
  response.end(Buffer.concat(chunks)); //= somebody else has put them together
}
