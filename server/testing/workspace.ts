/** For protocol tests: a server with a workspace for each test, stopped after it, and the code that they are about. */
import { rmSync } from 'node:fs';
import { afterEach } from 'vitest';
import { type Client, type ClientOptions, startClient, temporaryWorkspace } from './client.ts';

/** Warns, as a request leads there, and its fix is safe. */
export const allowed = `export function allowed(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  return users.filter((user) => !banned.includes(user.id));
}

export function show(_req: unknown, res: { send(all: unknown): void }, users: { id: string }[], list: string) {
  res.send(allowed(users, list));
}
`;

/** Only a hint: nothing shows that two parameters are long. */
export const perhaps = `export function perhaps(users: { id: string }[], banned: string[]) {
  return users.filter((user) => !banned.includes(user.id));
}
`;

export const search = 'banned.includes(user.id)';

export function clientsPerTest(): (files?: Readonly<Record<string, string>>, options?: ClientOptions) => Promise<Client> {
  const clients: Client[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      await client.stop();
      rmSync(client.root, { recursive: true, force: true });
    }
  });
  return async (files = {}, options = {}) => {
    const client = await startClient(temporaryWorkspace(files), options);
    clients.push(client);
    return client;
  };
}
