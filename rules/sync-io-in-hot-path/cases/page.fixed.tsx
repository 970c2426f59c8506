//- pages/posts.tsx
import { readFileSync, readdirSync } from 'node:fs';

const names = readdirSync('posts');

export default function Posts({ texts }: { texts: string[] }) {
  return <main>{texts.map((text) => <article key={text}>{text}</article>)}</main>;
}

export async function getServerSideProps() {
  const texts = names.map((name) => readFileSync(`posts/${name}`, 'utf8'));
  return { props: { texts } };
}

export async function getStaticProps() {
  return { props: { intro: readFileSync('intro.md', 'utf8') } };
}

//- pages/api/upload.ts
import { writeFile } from 'node:fs/promises';
import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  await writeFile('upload.bin', req.body);
  res.status(204).json(null);
}
