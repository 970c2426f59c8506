//- with: node, next, react
//- pages/posts.tsx
import { readFileSync, readdirSync } from 'node:fs';

const names = readdirSync('posts'); //= once, when the module is loaded

export default function Posts({ texts }: { texts: string[] }) {
  return <main>{texts.map((text) => <article key={text}>{text}</article>)}</main>;
}

export async function getServerSideProps() {
  const texts = names.map((name) => readFileSync(`posts/${name}`, 'utf8')); //! sync-io-in-hot-path
  return { props: { texts } };
}

export async function getStaticProps() {
  return { props: { intro: readFileSync('intro.md', 'utf8') } }; //= runs while the site is built
}
//- pages/api/upload.ts
import { writeFileSync } from 'node:fs';
import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  writeFileSync('upload.bin', req.body); //! sync-io-in-hot-path 💡
  res.status(204).json(null);
}
