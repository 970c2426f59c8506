/** What stops the event loop, or keeps the processor busy: files, processes, passwords, compression, parsers. */
import { use } from './use.ts';

export const files = [
  ...use(`import fs from '«fs node:fs»';`, {
    'blocking → string/input twin fs/promises': `fs.readFileSync(a, 'utf8')`,
    'blocking → list/input twin fs/promises': 'fs.readdirSync(a)',
    'blocking twin fs/promises': 'fs.«writeFileSync appendFileSync copyFileSync cpSync rmSync»(a, b)',
    'blocking light twin fs/promises':
      'fs.«statSync lstatSync accessSync mkdirSync mkdtempSync renameSync rmdirSync unlinkSync chmodSync lchownSync chownSync utimesSync lutimesSync linkSync symlinkSync readlinkSync realpathSync truncateSync statfsSync»(a, b)',
    'blocking light': 'fs.«existsSync openSync closeSync fstatSync fchmodSync fchownSync futimesSync ftruncateSync opendirSync»(a)',
    blocking: 'fs.«readSync writeSync readvSync writevSync fsyncSync fdatasyncSync»(a, b)',
    'blocking → list/input': 'fs.globSync(a)',
    // Only what stops the thread costs; asking and waiting does not.
    '→ string/input': 'fs.promises.readFile(a)',
    nothing: 'fs.promises.stat(a)',
  }),
  ...use(`import { readFileSync } from 'node:fs';`, { 'blocking → string/input twin fs/promises#readFile': 'readFileSync(a)' }),
  ...use(`const fs = require('fs-extra');`, {
    'blocking twin fs-extra':
      'fs.«readFileSync writeFileSync appendFileSync copyFileSync readdirSync rmSync copySync moveSync removeSync outputFileSync readJsonSync writeJsonSync outputJsonSync readJSONSync writeJSONSync outputJSONSync emptyDirSync»(a, b)',
    'blocking light twin fs-extra':
      'fs.«statSync lstatSync accessSync mkdirSync mkdtempSync renameSync rmdirSync unlinkSync chmodSync chownSync utimesSync linkSync symlinkSync readlinkSync realpathSync truncateSync ensureDirSync ensureFileSync ensureLinkSync ensureSymlinkSync mkdirsSync mkdirpSync createFileSync createLinkSync createSymlinkSync pathExistsSync»(a, b)',
    'blocking light': 'fs.«existsSync openSync closeSync fstatSync»(a)',
    blocking: 'fs.«readSync writeSync»(a, b)',
  }),
  ...use(`import fs from 'graceful-fs';`, {
    blocking: 'fs.«readFileSync writeFileSync appendFileSync copyFileSync readdirSync rmSync readSync writeSync»(a, b)',
    'blocking light':
      'fs.«existsSync openSync closeSync statSync lstatSync accessSync mkdirSync renameSync rmdirSync unlinkSync chmodSync chownSync realpathSync readlinkSync»(a)',
  }),
  ...use(`import jsonfile from 'jsonfile';`, { 'blocking twin jsonfile': 'jsonfile.«readFileSync writeFileSync»(a, b)' }),
  ...use(
    `import mkdirp from 'mkdirp';\nimport makeDir from 'make-dir';\nimport tmp from 'tmp';\nimport findUp from 'find-up';\nimport which from '«which resolve»';`,
    {
      'blocking light': `
      mkdirp.«sync mkdirpSync nativeSync manualSync»(a)
      makeDir.«sync makeDirectorySync»(a)
      tmp.«fileSync dirSync tmpNameSync»()
      findUp.«sync findUpSync»(a)
      which.sync(a)`,
    },
  ),
  ...use(
    `import locatePath, { locatePathSync } from 'locate-path';\nimport pathExists, { pathExistsSync } from 'path-exists';\nimport pkgDir, { packageDirectorySync } from 'pkg-dir';\nimport pkgUp, { pkgUpSync } from 'pkg-up';`,
    {
      'blocking light': `
      «locatePath pathExists pkgDir pkgUp».sync(a)
      «locatePathSync pathExistsSync packageDirectorySync pkgUpSync»(a)`,
    },
  ),
  ...use(
    `import rimraf from 'rimraf';\nimport del from 'del';\nimport write from 'write-file-atomic';\nimport load from 'load-json-file';\nimport save from 'write-json-file';\nimport cpy from 'cpy';`,
    {
      blocking: `
      rimraf.«sync rimrafSync nativeSync»(a)
      del.«sync deleteSync»(a)
      «write load save cpy».sync(a)
      load.loadJsonFileSync(a)
      save.writeJsonFileSync(a)`,
    },
  ),
  ...use(
    `import glob from 'glob';\nimport fast from 'fast-glob';\nimport globby from 'globby';\nimport { globSync } from 'tinyglobby';\nimport klaw from 'klaw-sync';\nimport walk from 'walk-sync';\nimport readdir from 'recursive-readdir-sync';`,
    {
      'blocking → list/input': `
      glob.«sync globSync»(a)
      fast.«sync globSync»(a)
      globby.«sync globbySync»(a)
      globSync(a)
      «klaw walk readdir»(a)`,
      '→ list/input': `«glob fast globby»(a)`,
    },
  ),
];

export const processes = [
  ...use(`import { execSync, execFileSync, spawnSync, exec, spawn } from 'node:child_process';`, {
    'blocking heavy → string/input': '«execSync execFileSync»(a)',
    'blocking heavy': 'spawnSync(a)',
    later: 'exec(a, f)',
    nothing: 'spawn(a)',
  }),
  ...use(
    `import execa, { execaSync, execaCommandSync, $ } from 'execa';\nimport spawn from 'cross-spawn';\nimport old from 'spawn-sync';\nimport shell from 'shelljs';`,
    {
      'blocking heavy': `
      execa.«sync commandSync»(a)
      execaSync(a)
      execaCommandSync(a)
      $.sync\`ls\`
      spawn.sync(a)
      old(a)
      shell.«exec cp rm mv find grep sed cat ls head tail sort»(a)`,
      'blocking light': 'shell.«mkdir test touch which chmod ln»(a)',
      nothing: 'execa(a)',
    },
  ),
  ...use(`import { Worker } from 'node:worker_threads';`, { 'blocking heavy': 'Atomics.wait(a, 0, 0)', build: `new Worker('./a.js')` }),
  ...use(`import Piscina, { Piscina as Named } from 'piscina';`, { build: 'new Piscina({})\nnew Named({})' }),
  ...use(`import Tinypool, { Tinypool as Named } from 'tinypool';`, { build: 'new Tinypool({})\nnew Named({})' }),
  ...use(`import workerpool from 'workerpool';`, { build: 'workerpool.pool()' }),
  ...use(`import deasync from 'deasync';\nimport request from '«sync-request sync-fetch»';`, {
    'blocking heavy': `
      deasync(f)
      deasync.«loopWhile sleep»(a)
      request('GET', '/')`,
  }),
];

export const passwords = [
  ...use(`import crypto from 'node:crypto';`, {
    'blocking heavy': 'crypto.«pbkdf2Sync scryptSync generateKeyPairSync generatePrimeSync checkPrimeSync argon2Sync»(a, b)',
    'blocking light': 'crypto.«generateKeySync hkdfSync»(a)',
    // Microseconds, or asynchronous.
    nothing: 'crypto.«randomBytes randomUUID createHash scrypt»(a)',
  }),
  ...use(`import bcrypt from 'bcrypt';`, {
    'blocking heavy twin bcrypt': 'bcrypt.«hashSync compareSync»(a, b)',
    'blocking light twin bcrypt': 'bcrypt.genSaltSync(10)',
    nothing: 'bcrypt.hash(a, 10)',
  }),
  ...use(`import bcrypt from 'bcryptjs';`, {
    blocking: 'bcrypt.«hashSync compareSync»(a, b)',
    'blocking light': 'bcrypt.genSaltSync(10)',
  }),
  ...use(`const scrypt = require('scrypt');`, { 'blocking heavy twin scrypt': 'scrypt.«kdfSync verifyKdfSync paramsSync hashSync»(a, b)' }),
  ...use(`import argon2 from 'argon2';`, { nothing: 'argon2.«hash verify»(a)' }),
  ...use(`import jwt from 'jsonwebtoken';`, { nothing: `jwt.«sign verify»(a, 'secret')` }),
  ...use(`const bcrypt = require('«bcrypt-nodejs @node-rs/bcrypt»');`, { 'blocking heavy': 'bcrypt.«hashSync compareSync»(a, b)' }),
  ...use(`import { hashSync, verifySync } from '«@node-rs/bcrypt @node-rs/argon2»';`, { 'blocking heavy': '«hashSync verifySync»(a, b)' }),
  ...use(
    `import { pbkdf2Sync } from 'pbkdf2';\nimport scryptsy from 'scryptsy';\nimport { syncScrypt } from 'scrypt-js';\nimport CryptoJS from 'crypto-js';\nimport forge from 'node-forge';`,
    {
      'blocking heavy': `
      pbkdf2Sync(a, b)
      scryptsy(a, b)
      syncScrypt(a, b)
      CryptoJS.«PBKDF2 EvpKDF»(a, b)
      forge.pki.rsa.generateKeyPair({ bits: 2048 })
      forge.pkcs5.pbkdf2(a, b)`,
    },
  ),
  ...use(`import { scrypt } from '@noble/hashes/«scrypt scrypt.js»';`, { 'blocking heavy': 'scrypt(a, b)' }),
  ...use(`import { pbkdf2 } from '@noble/hashes/«pbkdf2 pbkdf2.js»';`, { 'blocking heavy': 'pbkdf2(a, b)' }),
  ...use(`import { argon2id, argon2i, argon2d } from '@noble/hashes/«argon2 argon2.js»';`, { 'blocking heavy': '«argon2id argon2i argon2d»(a, b)' }),
  ...use(`import sodium from '«libsodium-wrappers sodium-native»';`, {
    'blocking heavy': 'sodium.«crypto_pwhash crypto_pwhash_str crypto_pwhash_str_verify»(a)',
  }),
];

export const compression = [
  ...use(`import zlib from 'zlib';`, {
    blocking:
      'zlib.«gzipSync gunzipSync deflateSync inflateSync deflateRawSync inflateRawSync unzipSync brotliCompressSync brotliDecompressSync zstdCompressSync zstdDecompressSync»(a)',
  }),
  ...use(`import { gzipSync, gunzipSync, zipSync, unzipSync, zlibSync, unzlibSync, deflateSync, inflateSync } from 'fflate';`, {
    blocking: '«gzipSync gunzipSync zipSync unzipSync zlibSync unzlibSync deflateSync inflateSync»(a)',
  }),
  ...use(`import AdmZip from 'adm-zip';\nconst zip = new AdmZip('x.zip');`, {
    blocking: 'zip.«extractAllTo writeZip addLocalFolder toBuffer»(a)',
  }),
  ...use(`import pako from 'pako';`, { 'compute of a': 'pako.«gzip ungzip deflate inflate deflateRaw inflateRaw»(a)' }),
  ...use(`import lz from 'lz-string';`, {
    'compute of a': 'lz.«compress decompress compressToBase64 decompressFromBase64 compressToUTF16 decompressFromUTF16»(a)',
  }),
];

export const parsers = [
  ...use(`import yaml from 'js-yaml';`, { 'compute of a': 'yaml.«load loadAll safeLoad safeLoadAll dump safeDump»(a)' }),
  ...use(`import YAML from 'yaml';`, { 'compute of a': 'YAML.«parse parseDocument parseAllDocuments stringify»(a)' }),
  ...use(`import it from '«toml @iarna/toml smol-toml ini json5 jsonc-parser comment-json csv-parse/sync csv-stringify/sync»';`, {
    'compute of a': 'it.«parse stringify»(a)',
  }),
  ...use(`import ini from 'ini';`, { 'compute of a': 'ini.«decode encode»(a)' }),
  ...use(`import Papa from 'papaparse';`, { 'compute of a': 'Papa.«parse unparse»(a)' }),
  ...use(`import xml2js, { Parser, Builder } from 'xml2js';`, {
    'compute of a': `
      xml2js.«parseString parseStringPromise»(a)
      new Parser().«parseString parseStringPromise»(a)
      new Builder().buildObject(a)`,
  }),
  ...use(`import { XMLParser, XMLBuilder } from 'fast-xml-parser';\nimport convert from 'xml-js';`, {
    'compute of a': `
      new XMLParser().parse(a)
      new XMLBuilder().build(a)
      convert.«xml2js xml2json js2xml json2xml»(a)`,
  }),
  ...use(
    `import * as cheerio from 'cheerio';\nimport html, { parse } from 'node-html-parser';\nimport { JSDOM } from 'jsdom';\nimport { parseHTML } from 'linkedom';\nimport * as parse5 from 'parse5';`,
    {
      'compute of a': `
      cheerio.«load loadBuffer»(a)
      html(a)
      parse(a)
      new JSDOM(a)
      parseHTML(a)
      parse5.«parse parseFragment serialize»(a)`,
    },
  ),
  ...use(
    `import whole, { marked, parse, parseInline, lexer } from 'marked';\nimport MarkdownIt from 'markdown-it';\nimport showdown from 'showdown';\nconst md = MarkdownIt();`,
    {
      'compute of a': `
      «whole marked parse parseInline lexer»(a)
      marked.«parse parseInline»(a)
      md.«render renderInline parse»(a)
      new MarkdownIt().«render renderInline parse»(a)
      new showdown.Converter().makeHtml(a)`,
    },
  ),
  ...use(`import clean from '«sanitize-html dompurify isomorphic-dompurify»';`, { 'compute of a': '\n clean(a)\n clean.sanitize(a)' }),
  ...use(`import hljs from '«highlight.js highlight.js/lib/core»';`, { 'compute of a': 'hljs.«highlight highlightAuto»(a)' }),
  ...use(`import engine from '«handlebars pug ejs nunjucks mustache»';`, { 'compute of a': 'engine.«compile render renderString»(a)' }),
  ...use(`import pug from 'pug';`, { blocking: 'pug.«renderFile compileFile»(a)' }),
  ...use(`import matter from 'gray-matter';`, { 'compute of a': 'matter(a)' }),
  ...use(`import * as Diff from 'diff';`, {
    'compute of a': 'Diff.«diffChars diffWords diffLines diffJson diffArrays createPatch structuredPatch applyPatch»(a, b)',
  }),
  ...use(`import XLSX from 'xlsx';`, {
    'compute of a': `
      XLSX.«read write»(a)
      XLSX.utils.«sheet_to_json json_to_sheet sheet_to_csv aoa_to_sheet»(a)`,
    blocking: 'XLSX.«readFile writeFile»(a)',
  }),
  ...use(`import ts from 'typescript';\nimport babel from '@babel/core';\nimport sass from 'sass';\nimport esbuild from 'esbuild';`, {
    'compute of a': `
      ts.«transpileModule transpile»(a)
      babel.«transformSync parseSync»(a)
      sass.compileString(a)`,
    'blocking heavy': `
      babel.transformFileSync(a)
      sass.«compile renderSync»(a)
      esbuild.«transformSync buildSync»(a)`,
  }),
  ...use(`import jpeg from 'jpeg-js';\nimport { PNG } from 'pngjs';\nimport sharp from 'sharp';`, {
    'compute of a': `
      jpeg.«decode encode»(a)
      PNG.sync.«read write»(a)`,
    // Runs on threads of its own.
    nothing: 'sharp(a).resize(200).toBuffer()',
  }),
  ...use(`import msgpack from '«msgpackr msgpack-lite @msgpack/msgpack»';`, { 'compute of a': 'msgpack.«encode decode pack unpack»(a)' }),
  ...use(`import protobuf from 'protobufjs';\nimport loader from '@grpc/proto-loader';`, {
    'compute of a': 'protobuf.parse(a)',
    blocking: '«protobuf loader».loadSync(a)',
  }),
  ...use(`import * as parser from '«acorn espree @babel/parser meriyah esprima»';`, { 'compute of a': 'parser.«parse parseExpression»(a)' }),
];
