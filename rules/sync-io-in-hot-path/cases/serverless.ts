//- with: node
//- package.json
{ "dependencies": { "@types/aws-lambda": "8", "wrangler": "4" } }
//- src/handlers/report.ts
import { execSync } from 'node:child_process';

export async function handler(event: { name: string }): Promise<string> {
  return execSync(`report ${event.name}`).toString(); //! sync-io-in-hot-path hint
}
//- src/loaders/index.ts
import { execSync } from 'node:child_process';

// A worker of Cloudflare exports an object: this one is called once, by a module of our own.
export default async (name: string): Promise<string> => execSync(`prepare ${name}`).toString(); //= not called by a platform
//- src/index.ts
import { execSync } from 'node:child_process';
import prepare from './loaders/index.ts';

await prepare('all');

export default {
  async fetch(request: { name: string }): Promise<string> {
    return execSync(`report ${request.name}`).toString(); //! sync-io-in-hot-path warning
  },
};
