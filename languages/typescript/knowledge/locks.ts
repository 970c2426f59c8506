/** Locks of one process: what they are given, and what follows when they are asked for, runs while nobody else has them. */
import { alike, type Family, on } from '../../words.ts';

export const locks: Family = {
  rows: [
    ...on('async-mutex#Mutex', 'runExclusive', { callbacks: 'now', holds: 'lock' }),
    ...on('async-mutex#Mutex', 'acquire', { holds: 'lock', opensUntil: ['', 'release'] }),
    ...on('async-lock#default', 'acquire', { callbacks: 'now', holds: 'lock of key' }),
  ],
  types: alike('async-mutex#MutexInterface', 'async-mutex#Mutex'),
};
