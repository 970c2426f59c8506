// Frameworks whose files and directives say what runs per request and per render.
//- next/package.json
{ "dependencies": { "next": "15.0.0", "react": "19.0.0" } }
//- next/app/shop/page.tsx
import { readFileSync } from 'node:fs';
import { Prices } from '../../components/prices';

const intro = readFileSync('intro.md', 'utf8'); //= once, when the module is loaded

export default async function Shop({ params }: { params: { id: string } }) {
  const shop = readFileSync(`shops/${params.id}.json`, 'utf8'); //! sync-io-in-hot-path hint

  async function rename(form: FormData): Promise<void> {
    'use server';
    readFileSync(`names/${form.get('name')}`, 'utf8'); //! sync-io-in-hot-path hint 💡
  }

  return <form action={rename}>{intro}{shop}<Prices /></form>;
}

export async function generateMetadata() {
  return { title: readFileSync('title.txt', 'utf8') }; //! sync-io-in-hot-path hint
}
//- next/components/prices.tsx
import { readFileSync } from 'node:fs';

/** A component of the server: no file name says so, its shape does. */
export function Prices() {
  const prices = readFileSync('prices.json', 'utf8'); //! sync-io-in-hot-path hint
  return <b>{prices}</b>;
}

export function Label(name: string): string {
  return readFileSync(name, 'utf8'); //= a function with a capital, which returns no markup
}
//- next/lib/save.ts
'use server';
import { readFileSync } from 'node:fs';

const limits = readFileSync('limits.json', 'utf8'); //= once, when the module is loaded

export async function save(name: string): Promise<string> {
  return limits + readFileSync(`drafts/${name}`, 'utf8'); //! sync-io-in-hot-path hint 💡
}

export const remove = async (name: string): Promise<string> => readFileSync(name, 'utf8'); //! sync-io-in-hot-path hint 💡

function own(name: string): string {
  return readFileSync(name, 'utf8'); //= not exported, and nothing calls it
}
//- next/lib/load.ts
import { readFileSync } from 'node:fs';

export function load(name: string): string {
  return readFileSync(name, 'utf8'); //= no directive: a function like any other
}
//- next/app/api/users/route.ts
import { readFileSync } from 'node:fs';

export function GET(): Response {
  return new Response(readFileSync('users.json', 'utf8')); //! sync-io-in-hot-path hint
}
//- next/middleware.ts
import { readFileSync } from 'node:fs';

export function middleware(): Response | undefined {
  return readFileSync('down.txt', 'utf8') === '' ? undefined : new Response('down'); //! sync-io-in-hot-path hint
}

export const config = { matcher: readFileSync('matcher.txt', 'utf8') }; //= once, when the module is loaded
//- next/app/posts/[slug]/page.tsx
import { readFileSync } from 'node:fs';

export function generateStaticParams(): { slug: string }[] {
  return JSON.parse(readFileSync('posts.json', 'utf8')); //= runs while the site is built
}

export default function Post({ params }: { params: { slug: string } }) {
  return <article>{readFileSync(`posts/${params.slug}.md`, 'utf8')}</article>; //= rendered once, while the site is built
}
//- next/app/version/route.ts
import { readFileSync } from 'node:fs';

export const dynamic = 'force-static';

export function GET(): Response {
  return new Response(readFileSync('version.txt', 'utf8')); //= answered once, while the site is built
}

export function POST(): Response {
  return new Response(readFileSync('changes.txt', 'utf8')); //! sync-io-in-hot-path hint
}
//- next/app/health/route.ts
import { readFileSync } from 'node:fs';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return new Response(readFileSync('version.txt', 'utf8')); //! sync-io-in-hot-path hint
}
//- remix/package.json
{ "dependencies": { "@remix-run/node": "2.0.0", "react": "18.0.0" } }
//- remix/app/routes/users.$id.tsx
import { readFileSync } from 'node:fs';
import type { LoaderFunctionArgs } from '@remix-run/node';

const roles = readFileSync('roles.json', 'utf8'); //= once, when the module is loaded

export async function loader({ params }: LoaderFunctionArgs) {
  return roles + readFileSync(`users/${params['id']}.json`, 'utf8'); //! sync-io-in-hot-path hint 💡
}

export const action = () => readFileSync('action.json', 'utf8'); //! sync-io-in-hot-path hint

export const helper = () => readFileSync('helper.json', 'utf8'); //= exported for others, and nobody calls it

export default function User() {
  return <h1>{readFileSync('heading.txt', 'utf8')}</h1>; //! sync-io-in-hot-path hint
}
//- kit/package.json
{ "devDependencies": { "@sveltejs/kit": "2.0.0" } }
//- kit/src/routes/shop/+page.server.ts
import { readFileSync } from 'node:fs';
import type { ServerLoad } from '@sveltejs/kit';

export const load: ServerLoad = ({ params }) => ({ shop: readFileSync(`shops/${params['id']}`, 'utf8') }); //! sync-io-in-hot-path hint

export const actions = {
  default: async () => readFileSync('default.json', 'utf8'), //! sync-io-in-hot-path hint 💡
  rename: async () => readFileSync('rename.json', 'utf8'), //! sync-io-in-hot-path hint 💡
};

export const entries = () => JSON.parse(readFileSync('entries.json', 'utf8')); //= runs while the site is built
//- kit/src/routes/feed/+server.ts
import { readFileSync } from 'node:fs';

export const GET = (): Response => new Response(readFileSync('feed.xml', 'utf8')); //! sync-io-in-hot-path hint
//- kit/src/hooks.server.ts
import { readFileSync } from 'node:fs';
import type { Handle } from '@sveltejs/kit';

export const init = () => void readFileSync('init.json', 'utf8'); //= once, when the server starts

const language: Handle = ({ event, resolve }) => {
  readFileSync('languages.json', 'utf8'); //! sync-io-in-hot-path hint
  return resolve(event);
};
export const handle = language;
