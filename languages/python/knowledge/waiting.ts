/** Words for calls that stop the thread, and with it the event loop that may run on it: how long, and what helps. */
import { connection, type Facts, request } from '../../words.ts';

/** What helps where nothing asynchronous does the same. */
export const inThread = 'Run it with `asyncio.to_thread`.';

/** As long as the file, or what it is given, is. */
export function stops(remedy = inThread): Facts {
  return { op: { kind: 'blocking' }, remedy };
}

/** A network hop, a subprocess, a password hash, or whatever others may take to do their part. */
export function stopsLong(remedy = inThread): Facts {
  return { op: { kind: 'blocking', weight: 'heavy' }, remedy };
}

/** A word with the file system. */
export const stopsShortly: Facts = { op: { kind: 'blocking', weight: 'light' }, remedy: inThread };

/** One request whose answer the thread waits for. */
export function waits(remedy = inThread): Facts {
  return { ...request, blocks: true, remedy };
}

/** One request for many things. */
export function waitsForMany(remedy = inThread): Facts {
  return { op: { kind: 'request', weight: 'heavy', bulk: true }, blocks: true, remedy };
}

/** Connects before it returns. */
export function connects(remedy = inThread, what = connection): Facts {
  return { ...what, blocks: true, remedy };
}
