/**
 * Parsers, renderers and compilers of text: work of the processor that is as long as the text. They stop the event loop while they run, but
 * most texts are short, so they are `compute` and no rule speaks of a single one.
 *
 * Left out on purpose: `jsonwebtoken`'s `sign` and `verify`. The same call is asynchronous with a callback, and what it costs depends on
 * the algorithm (microseconds for HS256, milliseconds for RS256), which is an option. Neither shows in the name that is called.
 */
import { blocking, computes, type Facts, type Family, heavy, later, on, returns } from '../../words.ts';

const compute: Facts = { op: { kind: 'compute', on: 0 } };

export const parsers: Family = {
  rows: [
    ...on('js-yaml', 'load loadAll safeLoad safeLoadAll dump safeDump', compute),
    ...on('yaml', 'parse parseDocument parseAllDocuments stringify', compute),
    ...on('toml @iarna/toml smol-toml', 'parse stringify', compute),
    ...on('@iarna/toml', 'parse.async', later),
    ...on('ini json5 jsonc-parser comment-json', 'parse stringify', compute),
    ...on('ini', 'decode encode', compute),
    ...on('csv-parse/sync csv-stringify/sync', 'parse stringify', compute),
    ...on('papaparse', 'parse unparse', compute),
    ...on('xml2js', 'parseString parseStringPromise', compute),
    ...on('xml2js#Parser', 'parseString parseStringPromise', compute),
    ...on('xml2js#Builder', 'buildObject', compute),
    ...on('fast-xml-parser#XMLParser', 'parse', compute),
    ...on('fast-xml-parser#XMLBuilder', 'build', compute),
    ...on('xml-js', 'xml2js xml2json js2xml json2xml', compute),
    ...on('cheerio', 'load loadBuffer', compute),
    ...on('node-html-parser', 'parse default', compute),
    ...on('jsdom', 'JSDOM', { ...compute, ...computes('document') }),
    ...on('linkedom', 'parseHTML', compute),
    ...on('parse5', 'parse parseFragment serialize', compute),
    ...on('marked', 'marked default parse parseInline lexer marked.parse marked.parseInline', compute),
    ...on('markdown-it', 'default', returns('markdown-it#MarkdownIt')),
    ...on('markdown-it#MarkdownIt markdown-it#default', 'render renderInline parse', compute),
    ...on('showdown#Converter', 'makeHtml', compute),
    ...on('sanitize-html dompurify isomorphic-dompurify', 'default sanitize', compute),
    ...on('highlight.js highlight.js/lib/core', 'highlight highlightAuto', { op: { kind: 'compute', on: 0 } }),
    ...on('handlebars pug ejs nunjucks mustache', 'compile render renderString', compute),
    // These read the template's file, and what it includes, before they return.
    ...on('pug', 'renderFile compileFile', { ...blocking, remedy: 'Compile the template once, when the module loads.' }),
    ...on('gray-matter', 'default', compute),
    ...on('diff', 'diffChars diffWords diffLines diffJson diffArrays createPatch structuredPatch applyPatch', compute),
    ...on('xlsx', 'read write', { ...compute, ...computes('document') }),
    ...on('xlsx', 'utils.sheet_to_json utils.json_to_sheet utils.sheet_to_csv utils.aoa_to_sheet', compute),
    ...on('pako', 'gzip ungzip deflate inflate deflateRaw inflateRaw', compute),
    ...on('lz-string', 'compress decompress compressToBase64 decompressFromBase64 compressToUTF16 decompressFromUTF16', compute),
    ...on('typescript', 'transpileModule transpile', compute),
    ...on('@babel/core', 'transformSync parseSync', compute),
    ...on('@babel/core', 'transformFileSync', heavy),
    ...on('esbuild', 'transformSync buildSync', heavy),
    ...on('sass', 'compileString', compute),
    ...on('sass', 'compile renderSync', heavy),
    ...on('jpeg-js', 'decode encode', { ...compute, ...computes('long', 'Use `sharp`, which works in threads of its own.') }),
    ...on('pngjs', 'PNG.sync.read PNG.sync.write', { ...compute, ...computes('long', 'Use `sharp`, which works in threads of its own.') }),
    ...on('msgpackr msgpack-lite @msgpack/msgpack', 'encode decode pack unpack', compute),
    ...on('protobufjs', 'parse', compute),
    ...on('protobufjs', 'loadSync', blocking),
    ...on('@grpc/proto-loader', 'loadSync', blocking),
    ...on('acorn espree @babel/parser meriyah esprima', 'parse parseExpression', compute),
  ],
};
