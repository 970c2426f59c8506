/** What writes, reads and serves files of the machine that it runs on; and the stores that keep files for all machines. */
import type { DiskRow } from '../../../model/knowledge-tables.ts';
import { touch, words } from '../../words.ts';

const path = 'py:pathlib#Path';

export const disk: readonly DiskRow[] = [
  ...touch('py:builtins py:io py:codecs py:gzip py:aiofiles', 'open', 'reads', 0, { mode: 1 }),
  ...touch(path, 'open', 'reads', null, { mode: 0, byMember: true }),
  ...touch(path, 'write_text write_bytes', 'writes', null, { byMember: true }),
  ...touch(path, 'read_text read_bytes', 'reads', null, { byMember: true }),
  ...touch(path, 'unlink', 'removes', null, { byMember: true }),
  ...touch('py:shutil', 'copy copy2 copyfile move', 'writes', 1),
  ...touch('py:os', 'rename replace', 'writes', 1),
  ...touch('py:os', 'remove unlink', 'removes', 0),
  ...touch('py:shutil', 'rmtree', 'removes', 0),
  // An upload, or a picture.
  ...touch('py:werkzeug#datastructures.FileStorage', 'save', 'writes', 0, { byMember: true }),

  ...touch('py:flask py:quart', 'send_from_directory', 'reads', 0, { below: true }),
  ...touch('py:flask py:quart', 'send_file', 'reads', 0),
  ...touch('py:fastapi py:starlette', 'responses.FileResponse', 'reads', 0),
  ...touch('py:fastapi py:starlette', 'staticfiles.StaticFiles', 'serves', 0, { option: 'directory' }),
  ...touch('py:aiohttp', 'web.FileResponse', 'reads', 0),
];

export const objectStores: readonly string[] = words(
  'boto3 aioboto3 google.cloud.storage google.cloud azure.storage.blob minio cloudinary* supabase storages*',
);
