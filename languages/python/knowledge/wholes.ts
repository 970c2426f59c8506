/** What takes all of a file, an upload or an answer into memory, and what could have been given it piece by piece. */
import type { TakerRow, WholeRow } from '../../../model/knowledge-wholes.ts';
import { rowsFor, symbols, words } from '../../words.ts';

const file = { of: 'file', pieces: 'Walk the open file itself, line by line.' } as const;

export const wholes: readonly WholeRow[] = [
  ...rowsFor(symbols('py:io#TextIOWrapper', 'read readlines'), { ...file, bare: true }),
  ...rowsFor(symbols('py:pathlib#Path', 'read_text read_bytes'), { ...file, named: 'receiver' }),
  ...rowsFor(symbols('py:fastapi#UploadFile py:fastapi#datastructures.UploadFile py:starlette#datastructures.UploadFile', 'read file.read'), {
    of: 'upload',
    bare: true,
    pieces: 'Take it in pieces: `shutil.copyfileobj`, or `while chunk := await file.read(size)`.',
  }),
  ...rowsFor(['py:requests#Response.content'], { of: 'answer', pieces: 'Ask with `stream=True`, and walk `iter_content`.' }),
  ...rowsFor(['py:httpx#Response.content', 'py:httpx#Response.read', 'py:httpx#Response.aread'], {
    of: 'answer',
    pieces: 'Ask with `stream`, and walk `iter_bytes`.',
  }),
  ...rowsFor(['py:aiohttp#ClientResponse.read'], { of: 'answer', pieces: 'Walk `content.iter_chunked(size)`.' }),
  ...rowsFor(['py:http#client.HTTPResponse.read'], { of: 'answer', bare: true, pieces: 'Copy it in pieces, with `shutil.copyfileobj`.' }),
  ...rowsFor(symbols('py:boto3#Client py:aioboto3#Client', 'get_object'), {
    asks: 'Body.read',
    of: 'object',
    named: { keyword: 'Key' },
    bare: true,
    pieces: 'Walk its `Body`, or use `download_fileobj`.',
  }),
];

const answers = { position: 0, keyword: 'content', does: 'send it' } as const;
const sent: Omit<TakerRow, 'symbol'> = { ...answers, ofFile: 'Answer with `FileResponse`.' };
const sentByFlask: Omit<TakerRow, 'symbol'> = { ...answers, ofFile: 'Answer with `send_file(path)`.' };
const hashed = { position: 0, does: 'hash it', ofFile: 'Use `hashlib.file_digest`.' } as const;
const hashes = symbols('py:hashlib', 'md5 sha1 sha224 sha256 sha384 sha512 blake2b blake2s new');

export const takers: readonly TakerRow[] = [
  ...['py:django#http.HttpResponse', 'py:django#http.response.HttpResponse'].flatMap((symbol) => [
    ...rowsFor([symbol], sent),
    ...rowsFor([symbol], { ...sent, asks: 'write' }),
  ]),
  ...rowsFor(symbols('py:fastapi py:starlette', 'Response responses.Response responses.StreamingResponse'), sent),
  ...rowsFor(['py:flask#make_response', 'py:flask#send_file'], sentByFlask),
  ...rowsFor(['py:flask#Response', 'py:werkzeug#wrappers.Response'], { ...sentByFlask, keyword: 'response' }),
  ...rowsFor(['py:aiohttp#web.Response'], { ...sent, position: -1, keyword: 'body' }),
  ...rowsFor(words('py:io#TextIOWrapper.write py:pathlib#Path.write_bytes py:pathlib#Path.write_text'), {
    position: 0,
    does: 'write it to a file',
    ofFile: 'Use `shutil.copyfileobj`.',
  }),
  ...rowsFor(
    hashes.filter((symbol) => symbol !== 'py:hashlib#new'),
    hashed,
  ),
  ...rowsFor(hashes, { ...hashed, asks: 'update' }),
  ...rowsFor(symbols('py:boto3#Client py:aioboto3#Client', 'put_object'), {
    position: -1,
    keyword: 'Body',
    does: 'store it',
    ofFile: 'Give it the open file.',
    ofStream: 'Give a stream to `upload_fileobj`.',
  }),
  ...rowsFor(symbols('py:boto3#Client py:aioboto3#Client', 'upload_fileobj'), {
    position: 0,
    does: 'store it',
    ofFile: 'Give it the open file.',
    ofStream: 'Give it the stream itself.',
  }),
];

export const carriers: readonly string[] = [
  ...symbols('py:io', 'BytesIO StringIO'),
  ...symbols('py:builtins', 'bytes bytearray str'),
  ...symbols('py:django', 'core.files.base.ContentFile'),
];
