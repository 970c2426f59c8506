// Frameworks whose files and directives say what runs per request and per render.

//- next/app/shop/page.tsx
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Prices } from '../../components/prices';

const intro = readFileSync('intro.md', 'utf8');

export default async function Shop({ params }: { params: { id: string } }) {
  const shop = await readFile(`shops/${params.id}.json`, 'utf8');

  async function rename(form: FormData): Promise<void> {
    'use server';
    await readFile(`names/${form.get('name')}`, 'utf8');
  }

  return <form action={rename}>{intro}{shop}<Prices /></form>;
}

export async function generateMetadata() {
  return { title: await readFile('title.txt', 'utf8') };
}

//- next/components/prices.tsx
import { readFileSync } from 'node:fs';

/** A component of the server: no file name says so, its shape does. */
export function Prices() {
  const prices = readFileSync('prices.json', 'utf8');
  return <b>{prices}</b>;
}

export function Label(name: string): string {
  return readFileSync(name, 'utf8');
}

//- next/lib/save.ts
'use server';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const limits = readFileSync('limits.json', 'utf8');

export async function save(name: string): Promise<string> {
  return limits + await readFile(`drafts/${name}`, 'utf8');
}

export const remove = async (name: string): Promise<string> => await readFile(name, 'utf8');

function own(name: string): string {
  return readFileSync(name, 'utf8');
}

//- next/lib/load.ts
import { readFileSync } from 'node:fs';

export function load(name: string): string {
  return readFileSync(name, 'utf8');
}

//- next/app/api/users/route.ts
import { readFileSync } from 'node:fs';

export function GET(): Response {
  return new Response(readFileSync('users.json', 'utf8'));
}

//- next/middleware.ts
import { readFileSync } from 'node:fs';

export function middleware(): Response | undefined {
  return readFileSync('down.txt', 'utf8') === '' ? undefined : new Response('down');
}

export const config = { matcher: readFileSync('matcher.txt', 'utf8') };

//- next/app/posts/[slug]/page.tsx
import { readFileSync } from 'node:fs';

export function generateStaticParams(): { slug: string }[] {
  return JSON.parse(readFileSync('posts.json', 'utf8'));
}

export default function Post({ params }: { params: { slug: string } }) {
  return <article>{readFileSync(`posts/${params.slug}.md`, 'utf8')}</article>;
}

//- next/app/version/route.ts
import { readFileSync } from 'node:fs';

export const dynamic = 'force-static';

export function GET(): Response {
  return new Response(readFileSync('version.txt', 'utf8'));
}

export function POST(): Response {
  return new Response(readFileSync('changes.txt', 'utf8'));
}

//- next/app/health/route.ts
import { readFileSync } from 'node:fs';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return new Response(readFileSync('version.txt', 'utf8'));
}

//- remix/app/routes/users.$id.tsx
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { LoaderFunctionArgs } from '@remix-run/node';

const roles = readFileSync('roles.json', 'utf8');

export async function loader({ params }: LoaderFunctionArgs) {
  return roles + await readFile(`users/${params['id']}.json`, 'utf8');
}

export const action = () => readFileSync('action.json', 'utf8');

export const helper = () => readFileSync('helper.json', 'utf8');

export default function User() {
  return <h1>{readFileSync('heading.txt', 'utf8')}</h1>;
}

//- kit/src/routes/shop/+page.server.ts
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerLoad } from '@sveltejs/kit';

export const load: ServerLoad = ({ params }) => ({ shop: readFileSync(`shops/${params['id']}`, 'utf8') });

export const actions = {
  default: async () => await readFile('default.json', 'utf8'),
  rename: async () => await readFile('rename.json', 'utf8'),
};

export const entries = () => JSON.parse(readFileSync('entries.json', 'utf8'));

//- kit/src/routes/feed/+server.ts
import { readFileSync } from 'node:fs';

export const GET = (): Response => new Response(readFileSync('feed.xml', 'utf8'));

//- kit/src/hooks.server.ts
import { readFileSync } from 'node:fs';
import type { Handle } from '@sveltejs/kit';

export const init = () => void readFileSync('init.json', 'utf8');

const language: Handle = ({ event, resolve }) => {
  readFileSync('languages.json', 'utf8');
  return resolve(event);
};
export const handle = language;
