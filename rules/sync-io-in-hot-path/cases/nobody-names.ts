// Server functions that no file names run for nobody, where others are named.
//- with: next, react, node
//- package.json
{ "name": "shop", "dependencies": { "next": "16.0.0", "react": "19.0.0" } }
//- actions/a.ts
'use server';
import { execFileSync } from 'node:child_process';

export async function first() {
  return execFileSync('first').toString(); //! sync-io-in-hot-path warning
}
//- actions/b.ts
'use server';

export async function second() {
  return 2;
}
//- actions/c.ts
'use server';

export async function third() {
  return 3;
}
//- lib/d.ts
'use server';
import { execFileSync } from 'node:child_process';

export async function fourth() {
  return execFileSync('fourth').toString(); //! sync-io-in-hot-path hint
}
//- page.tsx
import { first } from './actions/a';
import { second } from './actions/b';
import { third } from './actions/c';

export function Page() {
  return <form action={async () => void [await first(), await second(), await third()]} />;
}
