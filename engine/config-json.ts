/** Configurations in JSON, with comments and trailing commas: a file of their own, or a key of package.json. */
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../model/file.ts';
import type { ConfigText, Path } from './config-text.ts';

/** `key`: where a file that is about other things too holds the configuration; null when it is all about it. */
export function readJson(text: string, key: string | null): ConfigText {
  if (key !== null && !text.includes(`"${key}"`)) return 'nothing';
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  } catch {
    const message = 'This is nested too deeply to be a configuration. It is ignored; check what the file is.';
    return { broken: { span: { start: 0, end: 0 }, message } };
  }
  const prefix: Path = key === null ? [] : [key];
  const own = tree && findNodeAtLocation(tree, [...prefix]);
  if (key !== null && own === undefined) return 'nothing';
  const [error] = errors;
  if (error !== undefined) {
    const message = `${syntaxMessage(error.error)} The whole configuration is ignored until this is corrected.`;
    return { broken: { span: { start: error.offset, end: error.offset + error.length }, message } };
  }
  const value: unknown = own && getNodeValue(own);
  if (key !== null && value === false) return 'off';
  return {
    value,
    spanOf: (path) => spanAt(tree, [...prefix, ...path]),
    wanted: key === null ? 'an object: `{ "rules": { … } }`' : 'an object, or `false` to turn scalelint off in this folder',
    table: 'an object: `{ … }`',
  };
}

function spanAt(tree: Node | undefined, path: Path): Span | null {
  const node = tree && findNodeAtLocation(tree, [...path]);
  if (node === undefined) return null;
  const shown = typeof path.at(-1) === 'string' ? (node.parent?.children?.[0] ?? node) : node;
  return { start: shown.offset, end: shown.offset + shown.length };
}

function syntaxMessage(code: ParseErrorCode): string {
  return syntaxMessages.get(printParseErrorCode(code)) ?? 'This is not valid JSON.';
}

const syntaxMessages = new Map([
  ['CommaExpected', 'A comma is missing before this.'],
  ['ColonExpected', 'A colon is missing before this.'],
  ['CloseBraceExpected', 'A `}` is missing here.'],
  ['CloseBracketExpected', 'A `]` is missing here.'],
  ['PropertyNameExpected', 'A name in double quotes is expected here.'],
  ['ValueExpected', 'A value is expected here.'],
  ['EndOfFileExpected', 'Nothing may follow the configuration.'],
  ['UnexpectedEndOfString', 'This text lacks its closing quote.'],
  ['UnexpectedEndOfComment', 'This comment is not closed.'],
]);
