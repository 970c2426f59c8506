/** What takes all of a file, an answer or an object into memory, and what could have been given a stream of it instead. */
import type { TakerRow, WholeRow } from '../../../model/knowledge-wholes.ts';
import { rowsFor, symbols } from '../../words.ts';

const fetches = symbols('global node-fetch cross-fetch isomorphic-fetch undici', 'fetch').concat(
  symbols('node-fetch cross-fetch isomorphic-fetch', 'default'),
);
const body = { of: 'answer', pieces: 'Hand on its `body`, which is a stream.' } as const;
const object = { of: 'object', pieces: 'Hand on its `Body`, which is a stream.' } as const;
const bytes = { option: 'responseType', value: 'arraybuffer' };

export const wholes: readonly WholeRow[] = [
  ...rowsFor(symbols('fs fs-extra graceful-fs', 'readFile readFileSync promises.readFile').concat('fs/promises#readFile'), {
    of: 'file',
    pieces: 'Read it line by line: `for await (const line of file.readLines())`.',
  }),
  ...['arrayBuffer', 'bytes', 'blob', 'buffer'].flatMap((asks) => rowsFor(fetches, { asks, ...body })),
  ...rowsFor(symbols('global#Response', 'arrayBuffer bytes blob'), body),
  ...rowsFor(symbols('axios axios#Axios', 'get post request default'), {
    asks: 'data',
    of: 'answer',
    only: bytes,
    pieces: "Ask for `responseType: 'stream'`.",
  }),
  ...rowsFor(symbols('global#Request next/server#NextRequest', 'arrayBuffer bytes'), { ...body, of: 'upload' }),
  ...rowsFor(['@aws-sdk/client-s3#S3Client.send', '@aws-sdk/client-s3#S3.getObject'], { asks: 'Body.transformToByteArray', ...object }),
  ...rowsFor(['aws-sdk#S3.getObject'], { asks: 'promise.Body', of: 'object', pieces: 'Hand on its `createReadStream()`.' }),
];

const answers = { position: 0, does: 'send it' } as const;

export const takers: readonly TakerRow[] = [
  ...rowsFor(symbols('http#ServerResponse fastify#FastifyReply', 'send end'), { ...answers, ofFile: 'Send `createReadStream(path)`.' }),
  ...rowsFor(['global#Response', 'next/server#NextResponse', 'hono#Context.body'], {
    ...answers,
    ofFile: 'Answer with a stream of it: `Readable.toWeb(createReadStream(path))`.',
  }),
  ...rowsFor(['@nestjs/common#StreamableFile'], { ...answers, ofFile: 'Give it `createReadStream(path)`.' }),
  ...rowsFor(
    symbols('fs fs-extra graceful-fs', 'writeFile writeFileSync promises.writeFile').concat('fs/promises#writeFile', 'fs-extra#outputFile'),
    {
      position: 1,
      does: 'write it to a file',
      ofFile: 'Use `copyFile`.',
    },
  ),
  ...rowsFor(symbols('crypto', 'createHash createHmac'), {
    asks: 'update',
    position: 0,
    does: 'hash it',
    ofFile: 'Pipe `createReadStream(path)` into the hash.',
  }),
  ...rowsFor(['@aws-sdk/client-s3#PutObjectCommand', '@aws-sdk/client-s3#S3.putObject', 'aws-sdk#S3.upload', 'aws-sdk#S3.putObject'], {
    position: 0,
    property: 'Body',
    does: 'store it',
    ofFile: 'Give it `createReadStream(path)`.',
    ofStream: 'Give a stream to `Upload` of `@aws-sdk/lib-storage`.',
  }),
];

export const carriers: readonly string[] = [
  ...symbols('global#Buffer buffer#Buffer', 'from'),
  ...symbols('global', 'Uint8Array Blob String'),
  ...symbols('stream', 'Readable.from'),
];
