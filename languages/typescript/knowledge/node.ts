/** Node's own modules and the globals that every program has. */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import {
  alike,
  blocking,
  client,
  copy,
  entry,
  type Facts,
  type Family,
  heavy,
  later,
  light,
  listens,
  on,
  request,
  returns,
  startsProcesses,
  startsWorker,
  words,
} from '../../words.ts';

const directory = { kind: 'list', extent: 'input', why: 'entries of a directory', from: 'data' } as const;
const text = { kind: 'string', extent: 'input', why: 'content of a file' } as const;
const output = { kind: 'string', extent: 'input', why: 'output of a subprocess' } as const;

/** `readFileSync` and `fs/promises.readFile` take the same arguments, except where a callback or a stream comes in. */
function twins(names: string, facts: Facts): KnowledgeRow[] {
  return words(names).flatMap((name) =>
    on('fs', `${name}Sync`, {
      ...facts,
      twin: { module: 'fs/promises', member: name },
      ...(name === 'readFile' ? { result: text } : name === 'readdir' ? { result: directory } : {}),
    }),
  );
}

const files: readonly KnowledgeRow[] = [
  ...twins('readFile writeFile appendFile copyFile cp readdir rm', blocking),
  ...twins(
    'stat lstat access mkdir mkdtemp rename rmdir unlink chmod lchown chown utimes lutimes link symlink readlink realpath truncate statfs',
    light,
  ),
  // No promise form with the same arguments: descriptors become FileHandle methods, and `exists` has none.
  ...on('fs', 'existsSync openSync closeSync fstatSync fchmodSync fchownSync futimesSync ftruncateSync opendirSync', light),
  ...on('fs', 'readSync writeSync readvSync writevSync fsyncSync fdatasyncSync', blocking),
  ...on('fs', 'globSync', {
    ...blocking,
    result: { kind: 'list', extent: 'input', why: 'files that match a pattern', from: 'data' },
  }),
  ...on('fs fs/promises', 'readdir', { result: directory }),
  ...on('fs/promises', 'readFile', { result: text, opens: 'file' }),
  ...on('fs', 'promises.readdir', { result: directory }),
  ...on('fs', 'promises.readFile', { result: text, opens: 'file' }),
  ...on('fs/promises', 'writeFile appendFile copyFile open', { opens: 'file' }),
  ...on('fs', 'promises.writeFile promises.appendFile promises.copyFile promises.open', { opens: 'file' }),
  ...on('fs', 'watch watchFile', entry('event')),
];

const processes: readonly KnowledgeRow[] = [
  ...on('child_process', 'execSync execFileSync', { op: { kind: 'blocking', weight: 'heavy' }, result: output }),
  ...on('child_process', 'spawnSync', heavy),
  ...on('worker_threads', 'Worker', startsWorker),
  ...on('piscina', 'default Piscina', startsProcesses),
  ...on('tinypool', 'default Tinypool', startsProcesses),
  ...on('workerpool', 'pool', startsProcesses),
];

const cpu: readonly KnowledgeRow[] = [
  ...on('crypto', 'pbkdf2Sync scryptSync generateKeyPairSync generatePrimeSync checkPrimeSync argon2Sync', heavy),
  ...on('crypto', 'generateKeySync hkdfSync', light),
  ...on(
    'zlib',
    'gzipSync gunzipSync deflateSync inflateSync deflateRawSync inflateRawSync unzipSync brotliCompressSync brotliDecompressSync zstdCompressSync zstdDecompressSync',
    blocking,
  ),

  ...on('v8', 'serialize deserialize', copy),
  ...on('util', 'isDeepStrictEqual', { op: { kind: 'scan', on: 0 } }),
  ...on('buffer#Buffer global#Buffer', 'concat', copy),
  ...on('global', 'structuredClone', copy),
  ...on('global', 'Set Map Object.fromEntries JSON.parse', { derives: { from: 0 } }),
  ...on('global', 'RegExp', { derives: { from: 0, joined: true } }),
  // Each reads tables of its language: tens of microseconds, where to format takes one.
  ...on(
    'global',
    'Intl.Collator Intl.DateTimeFormat Intl.DisplayNames Intl.ListFormat Intl.NumberFormat Intl.PluralRules Intl.RelativeTimeFormat Intl.Segmenter',
    { derives: { from: null } },
  ),
  // Atomics.wait parks the thread until another one wakes it.
  ...on('global', 'Atomics.wait', heavy),
];

const servers: readonly KnowledgeRow[] = [
  ...on('http', 'createServer', entry('request', { returns: 'http#Server' })),
  ...on('https', 'createServer', entry('request', { returns: 'https#Server' })),
  ...on('http2', 'createServer createSecureServer', entry('request', { returns: 'http2#Http2Server' })),
  ...on('net tls', 'createServer', entry('event', { returns: 'net#Server', hands: ['net#Socket'] })),
  ...on('net', 'connect createConnection', { callbacks: 'later', returns: 'net#Socket' }),
  ...on('dgram', 'createSocket', entry('message', { returns: 'dgram#Socket' })),
  ...on('http https', 'request get', { ...request, callbacks: 'later', returns: 'http#ClientRequest' }),
  ...on('http2', 'connect', client),
  ...on('dns dns/promises', 'lookup resolve resolve4 resolve6 resolveMx resolveTxt reverse', request),
  ...on('https http', 'Agent', client),
];

const events: readonly KnowledgeRow[] = [
  ...on(
    'events#EventEmitter global#NodeJS.EventEmitter',
    'on addListener prependListener',
    entry('event', { ...listens, returns: 'self', once: words('listening close end finish exit beforeExit') }),
  ),
  ...on('events#EventEmitter global#NodeJS.EventEmitter', 'once prependOnceListener', { callbacks: 'later', returns: 'self' }),
  ...on('events#EventEmitter', 'emit', { callbacks: 'later' }),
  ...on('lib#EventTarget global#EventTarget', 'addEventListener', entry('event', listens)),
  ...on('global#process process', 'on addListener', { ...later, ...listens }),
  ...on('global#process process', 'once', later),
  ...on('readline', 'createInterface', returns('readline#Interface')),
  ...on('readline/promises', 'createInterface', returns('readline#Interface')),
  ...on('fs', 'createReadStream', returns('stream#Readable')),
  ...on('fs', 'createWriteStream', returns('stream#Writable')),
  ...on('stream#Readable', 'pipe', { callbacks: 'later' }),
  ...on('child_process', 'spawn fork', returns('child_process#ChildProcess', { opens: 'process' })),
  ...on('child_process', 'exec execFile', { callbacks: 'later', returns: 'child_process#ChildProcess', opens: 'process' }),
  ...on('worker_threads#Worker worker_threads#MessagePort', 'on addListener', entry('message')),
];

const machine: readonly KnowledgeRow[] = on('os', 'cpus loadavg', { result: { kind: 'list', extent: 'bounded', why: 'hardware of one machine' } });

const timers: readonly KnowledgeRow[] = [
  ...on('global', 'setTimeout setImmediate queueMicrotask requestAnimationFrame requestIdleCallback', later),
  ...on('timers', 'setTimeout setImmediate', later),
  ...on('global timers', 'setInterval', { ...later, listens: 'timer' }),
  ...on('global#process process', 'nextTick', later),
  ...on('global', 'MutationObserver IntersectionObserver ResizeObserver PerformanceObserver', entry('event')),
];

/** Test functions keep the functions they are given. */
const testing: readonly KnowledgeRow[] = [
  ...on('global vitest @jest/globals mocha test bun:test', 'describe suite it test before after beforeAll afterAll beforeEach afterEach', later),
  ...on('test', 'default', later),
  ...on('@playwright/test', 'test', later),
  ...on('global#Deno', 'test', later),
];

export const node: Family = {
  rows: [...files, ...processes, ...cpu, ...servers, ...events, ...machine, ...timers, ...testing],
  types: [
    ...alike('events#default events#internal', 'events#EventEmitter'),
    ...alike(
      'stream#Stream http#ClientRequest http2#Http2Server net#Server dgram#Socket child_process#ChildProcess readline#Interface cluster#Cluster fs#FSWatcher',
      'events#EventEmitter',
    ),
    ...alike('stream#Readable stream#Writable stream#Duplex stream#Transform', 'stream#Stream'),
    ...alike('http#Server', 'net#Server'),
    ...alike('https#Server', 'http#Server'),
    ...alike('http#IncomingMessage', 'stream#Readable'),
    ...alike('http#ServerResponse', 'stream#Writable'),
    ...alike('net#Socket', 'stream#Duplex'),
    ...alike('tls#TLSSocket', 'net#Socket'),
  ],
};
