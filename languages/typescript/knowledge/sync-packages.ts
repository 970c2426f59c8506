/** Packages that stop the event loop: file helpers, subprocesses, password hashing, image and archive work done in JavaScript. */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { blocking, copy, type Facts, type Family, heavy, light, on, words } from '../../words.ts';

const matches = { kind: 'list', extent: 'input', why: 'files that match a pattern', from: 'data' } as const;
const content = { kind: 'string', extent: 'input', why: 'content of a file' } as const;
const directory = { kind: 'list', extent: 'input', why: 'entries of a directory', from: 'data' } as const;
const glob: Facts = { ...blocking, result: matches };

/** Drop-in packages offer the promise form beside the blocking one, with the same arguments. */
function twins(module: string, names: string, facts: Facts): KnowledgeRow[] {
  return words(names).flatMap((name) => on(module, `${name}Sync`, { ...facts, twin: { module, member: name } }));
}

const files: readonly KnowledgeRow[] = [
  // fs-extra promisifies every function of fs when no callback is given.
  ...twins(
    'fs-extra',
    `readFile writeFile appendFile copyFile readdir rm copy move remove outputFile readJson writeJson outputJson readJSON writeJSON
      outputJSON emptyDir`,
    blocking,
  ),
  ...twins(
    'fs-extra',
    `stat lstat access mkdir mkdtemp rename rmdir unlink chmod chown utimes link symlink readlink realpath truncate ensureDir ensureFile ensureLink ensureSymlink mkdirs mkdirp
     createFile createLink createSymlink pathExists`,
    light,
  ),
  ...on('fs-extra', 'existsSync openSync closeSync fstatSync', light),
  ...on('fs-extra', 'readSync writeSync', blocking),
  ...on('fs-extra', 'readdir', { result: directory }),
  ...on('fs-extra', 'readFile', { result: content }),
  // No twins: fs/promises would lose the retries that graceful-fs is there for.
  ...on('graceful-fs', 'readFileSync writeFileSync appendFileSync copyFileSync readdirSync rmSync readSync writeSync', blocking),
  ...on(
    'graceful-fs',
    `existsSync openSync closeSync statSync lstatSync accessSync mkdirSync renameSync rmdirSync unlinkSync chmodSync chownSync
      realpathSync readlinkSync`,
    light,
  ),
  ...twins('jsonfile', 'readFile writeFile', blocking),
  ...on('mkdirp', 'sync mkdirpSync nativeSync manualSync', light),
  ...on('make-dir', 'sync makeDirectorySync', light),
  ...on('rimraf', 'sync rimrafSync nativeSync', blocking),
  ...on('del', 'sync deleteSync', blocking),
  ...on('write-file-atomic', 'sync', blocking),
  ...on('load-json-file', 'sync loadJsonFileSync', blocking),
  ...on('write-json-file', 'sync writeJsonFileSync', blocking),
  ...on('cpy', 'sync', blocking),
  ...on('tmp', 'fileSync dirSync tmpNameSync', light),
  ...on('find-up', 'sync findUpSync', light),
  ...on('locate-path path-exists pkg-dir pkg-up', 'sync', light),
  ...on('locate-path', 'locatePathSync', light),
  ...on('path-exists', 'pathExistsSync', light),
  ...on('pkg-dir', 'packageDirectorySync', light),
  ...on('pkg-up', 'pkgUpSync', light),
  ...on('which resolve', 'sync', light),
  ...on('klaw-sync', 'default', glob),
  ...on('walk-sync', 'default', glob),
  ...on('recursive-readdir-sync', 'default', glob),
];

const globs: readonly KnowledgeRow[] = [
  ...on('glob', 'sync globSync', glob),
  ...on('fast-glob', 'sync globSync', glob),
  ...on('globby', 'sync globbySync', glob),
  ...on('tinyglobby', 'globSync', glob),
  ...on('glob fast-glob globby tinyglobby', 'default glob', { result: matches }),
  ...on('globby', 'globby', { result: matches }),
];

const processes: readonly KnowledgeRow[] = [
  ...on('execa', 'sync execaSync execaCommandSync commandSync', heavy),
  ...on('execa', '$.sync', heavy),
  ...on('cross-spawn', 'sync', heavy),
  ...on('spawn-sync', 'default', heavy),
  ...on('shelljs', 'exec cp rm mv find grep sed cat ls head tail sort', heavy),
  ...on('shelljs', 'mkdir test touch which chmod ln', light),
];

const cpu: readonly KnowledgeRow[] = [
  // The promise forms take the same arguments when no callback is passed.
  ...twins('bcrypt', 'hash compare', heavy),
  ...twins('bcrypt', 'genSalt', light),
  // Written in JavaScript: its promise form computes on the same thread, and lets others in every 100 ms.
  ...on('bcryptjs', 'hashSync compareSync', {
    ...blocking,
    remedy: 'Use the native `bcrypt`, or a worker: `bcryptjs` computes on this thread either way.',
  }),
  ...on('bcryptjs', 'genSaltSync', light),
  ...on('bcrypt-nodejs', 'hashSync compareSync', heavy),
  // Its functions yield promises where no callback is given.
  ...twins('scrypt', 'kdf verifyKdf params hash', heavy),
  ...on('pbkdf2', 'pbkdf2Sync', heavy),
  ...on('scryptsy', 'default', heavy),
  ...on('@noble/hashes/scrypt @noble/hashes/scrypt.js', 'scrypt', heavy),
  ...on('@noble/hashes/pbkdf2 @noble/hashes/pbkdf2.js', 'pbkdf2', heavy),
  ...on('@noble/hashes/argon2 @noble/hashes/argon2.js', 'argon2id argon2i argon2d', heavy),
  ...on('libsodium-wrappers sodium-native', 'crypto_pwhash crypto_pwhash_str crypto_pwhash_str_verify', heavy),
  ...on('@node-rs/bcrypt', 'hashSync verifySync compareSync', heavy),
  ...on('@node-rs/argon2', 'hashSync verifySync', heavy),
  ...on('scrypt-js', 'syncScrypt', heavy),
  ...on('crypto-js', 'PBKDF2 EvpKDF', heavy),
  ...on('node-forge', 'pki.rsa.generateKeyPair pkcs5.pbkdf2', heavy),
  ...on('adm-zip#default', 'extractAllTo writeZip addLocalFolder toBuffer', blocking),
  ...on('fflate', 'gzipSync gunzipSync zipSync unzipSync zlibSync unzlibSync deflateSync inflateSync', blocking),
  ...on('xlsx', 'readFile writeFile', blocking),
  ...on('deasync', 'default loopWhile sleep', heavy),
  ...on('sync-request sync-fetch', 'default', heavy),
  ...on('clone clone-deep rfdc klona fast-copy lodash.clonedeep deepcopy', 'default', copy),
  ...on('klona klona/full klona/json klona/lite', 'klona', copy),
  ...on('fast-deep-equal deep-equal', 'default', { op: { kind: 'scan', on: 0 } }),
];

export const syncPackages: Family = { rows: [...files, ...globs, ...processes, ...cpu] };
