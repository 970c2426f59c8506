//- with: pg, ioredis, node
import { Redis } from 'ioredis';
import { Client, Pool } from 'pg';

export async function totals(ids: string[]): Promise<number[]> {
  const found: number[] = [];
  for (const id of ids) {
    const client = new Client(); //! client-per-request hint O(ids)
    await client.connect();
    found.push((await client.query('select * from orders where id = $1', [id])).rows.length);
    await client.end();
  }
  return found;
}

export async function names(ids: string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map((id) => new Redis().get(id))); //! client-per-request hint O(ids)
}

function load(id: string): Promise<string | null> {
  const redis = new Redis(process.env['REDIS_URL']); //! client-per-request hint O(ids)
  return redis.get(id);
}

export async function labels(ids: string[]): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for (const id of ids) found.push(await load(id));
  return found;
}

export async function everyHost(hosts: string[]): Promise<number> {
  let sum = 0;
  for (const host of hosts) sum += (await new Pool({ host }).query('select 1')).rows.length; //= each host has its own
  return sum;
}

export async function both(): Promise<void> {
  for (const name of ['orders', 'users']) await new Pool().query(`analyze ${name}`); //= two of them
}

export async function retried(): Promise<number> {
  while (true) {
    const client = new Client(); //= a connection that failed is of no use any more
    if ((await client.query('select 1')).rows.length > 0) return 1;
  }
}

function warmed(id: string): Promise<string | null> {
  return new Redis(process.env['REDIS_URL']).get(id); //= only where the program starts
}

export async function bootstrap(ids: string[]): Promise<void> {
  for (const id of ids) await warmed(id);
}

export function again(id: string): Promise<string | null> {
  return warmed(id);
}
