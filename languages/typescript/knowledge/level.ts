/**
 * LevelDB and what speaks its language. It runs inside the process, or behind it: reads make no round trip and are
 * `light`; each write goes through the log, where `batch` goes through it once.
 */
import { alike, type Facts, type Family, forOneUse, on, queryRows, returns, self } from '../../words.ts';

const level = 'level#Level';
const op = (access: 'read' | 'write', bulk = false): Facts => ({
  op: { kind: 'query', access, ...(access === 'read' ? { weight: 'light' } : {}), ...(bulk ? { bulk } : {}) },
});

export const levelStores: Family = {
  rows: [
    ...on('level level-party levelup subleveldown', 'default', returns(level, forOneUse)),
    ...on('level', 'Level', forOneUse),
    ...on('classic-level', 'ClassicLevel', forOneUse),
    ...on('browser-level', 'BrowserLevel', forOneUse),
    ...on('memory-level', 'MemoryLevel', forOneUse),
    ...on(level, 'get getSync has', op('read')),
    ...on(level, 'getMany hasMany', op('read', true)),
    ...on(level, 'put del clear', op('write')),
    ...on(level, 'batch', { ...op('write', true), returns: 'level#Batch' }),
    // `batch()` gathers, `write` sends.
    ...on('level#Batch', 'put del clear', self),
    ...on('level#Batch', 'write', op('write', true)),
    ...on(level, 'sublevel', self),
    ...on(level, 'iterator keys values', returns('level#Iterator')),
    ...on('level#Iterator', 'all', { ...op('read', true), result: queryRows, cappedBy: ['limit'] }),
    ...on('level#Iterator', 'nextv', op('read', true)),
  ],
  types: [
    ...alike(
      `classic-level#ClassicLevel browser-level#BrowserLevel memory-level#MemoryLevel abstract-level#AbstractLevel abstract-level#AbstractSublevel
       many-level#ManyLevelGuest level#default level-party#default levelup#LevelUp levelup#default rave-level#RaveLevel`,
      level,
    ),
    ...alike('abstract-level#AbstractChainedBatch level#ChainedBatch', 'level#Batch'),
    ...alike('abstract-level#AbstractIterator abstract-level#AbstractKeyIterator abstract-level#AbstractValueIterator', 'level#Iterator'),
  ],
};
