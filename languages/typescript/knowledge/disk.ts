/** What writes, reads and serves files of the machine that it runs on; and the stores that keep files for all machines. */
import type { DiskRow } from '../../../model/knowledge-tables.ts';
import { touch, words } from '../../words.ts';

const modules = 'fs fs/promises fs-extra graceful-fs';
const reply = 'express#Response';

export const disk: readonly DiskRow[] = [
  ...touch(
    modules,
    `writeFile writeFileSync appendFile appendFileSync createWriteStream promises.writeFile promises.appendFile outputFile outputFileSync
     writeJson writeJsonSync writeJSON writeJSONSync outputJson outputJsonSync outputJSON`,
    'writes',
    0,
  ),
  ...touch(modules, 'copyFile copyFileSync rename renameSync promises.copyFile promises.rename copy copySync move moveSync', 'writes', 1),
  ...touch(
    modules,
    'readFile readFileSync createReadStream promises.readFile readJson readJsonSync readJSON readJSONSync readdir readdirSync promises.readdir',
    'reads',
    0,
  ),
  ...touch(modules, 'unlink unlinkSync rm rmSync promises.unlink promises.rm remove removeSync', 'removes', 0),
  // What takes apart or draws pictures, and what is handed an upload.
  ...touch('sharp#Sharp', 'toFile', 'writes', 0, { byMember: true }),
  ...touch('express-fileupload#UploadedFile', 'mv', 'writes', 0, { byMember: true }),

  ...touch('multer', 'default', 'keeps', 0, { option: 'dest' }),
  ...touch('multer', 'diskStorage', 'keeps', 0, { option: 'destination' }),
  ...touch('@nestjs/platform-express', 'FileInterceptor FilesInterceptor', 'keeps', 1, { option: 'dest' }),
  ...touch('@nestjs/platform-express', 'MulterModule.register', 'keeps', 0, { option: 'dest' }),

  ...touch('express', 'static', 'serves', 0),
  ...touch('koa-static serve-static sirv', 'default', 'serves', 0),
  ...touch('@nestjs/platform-express#NestExpressApplication', 'useStaticAssets', 'serves', 0, { byMember: true }),
  ...touch('@nestjs/serve-static', 'ServeStaticModule.forRoot', 'serves', 0, { option: 'rootPath' }),
  ...touch(reply, 'sendFile', 'reads', 0, { byMember: true }),
  ...touch(reply, 'download', 'reads', 0, { byMember: true }),
];

export const objectStores: readonly string[] = words(
  `@aws-sdk/client-s3 @aws-sdk/lib-storage aws-sdk aws-sdk/* @google-cloud/storage @azure/storage-blob cloudinary minio @vercel/blob
   @supabase/supabase-js firebase-admin/storage firebase/storage imagekit uploadthing* @cloudflare/workers-types ali-oss multer-s3 multer-storage-cloudinary`,
);
