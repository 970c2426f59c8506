/**
 * Reads from a schema of Prisma which columns a model has and which indexes begin with them: https://www.prisma.io/docs/orm/reference/prisma-schema-reference.
 * Line by line, and only these facts: whatever else stands there is passed over, and a model that cannot be read is none.
 */
import type { Span } from '../../../model/file.ts';

export interface SchemaField {
  readonly name: string;
  /** `String`, or the name of an enumeration or a model. */
  readonly type: string;
  readonly isList: boolean;
  /** Is a key or unique by itself. */
  readonly isKey: boolean;
  /** Other rows are alike: it has a constant to begin with, or a type of few bits. */
  readonly isShared: boolean;
  readonly span: Span;
}

export interface SchemaModel {
  readonly name: string;
  /** What SQL calls it. */
  readonly table: string;
  readonly fields: readonly SchemaField[];
  /** The first field of each index that is declared beside the fields. */
  readonly leading: readonly string[];
  /** The first field of each relation's foreign key. */
  readonly foreign: readonly string[];
}

export interface Datasource {
  /** Null: nobody can tell. */
  readonly provider: string | null;
  readonly relationMode: string | null;
}

export interface SchemaText {
  readonly datasource: Datasource | null;
  readonly models: readonly SchemaModel[];
  readonly enums: readonly string[];
}

const BLOCK = /^[ \t]*(model|enum|type|view|datasource|generator)[ \t]+(\w+)[ \t]*\{/gm;

export function readSchema(text: string): SchemaText {
  const code = withoutTexts(text);
  const heads = [...code.matchAll(BLOCK)];
  const models: SchemaModel[] = [];
  const enums: string[] = [];
  let datasource: Datasource | null = null;
  for (const [at, head] of heads.entries()) {
    const [whole, kind, name = ''] = head;
    const start = head.index + whole.length;
    const rest = code.slice(start, heads[at + 1]?.index);
    const end = rest.search(/^[ \t]*\}/m);
    if (kind === 'enum') enums.push(name);
    // A block without an end has nobody knows what in it.
    if (end < 0) continue;
    if (kind === 'datasource') datasource = readDatasource(text.slice(start, start + end));
    const model = kind === 'model' ? readModel(name, rest.slice(0, end), start, text) : null;
    if (model) models.push(model);
  }
  return { datasource, models, enums };
}

/** The same text with blanks for comments and for what stands between quotes. */
function withoutTexts(text: string): string {
  return text.replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (found) => {
    const blank = found.replace(/[^\n]/g, ' ');
    return found.startsWith('"') ? `"${blank.slice(2)}"` : blank;
  });
}

function readDatasource(body: string): Datasource {
  const told = (name: string): string | null => new RegExp(String.raw`^[ \t]*${name}[ \t]*=[ \t]*"(\w+)"`, 'm').exec(body)?.[1] ?? null;
  return { provider: told('provider'), relationMode: told('relationMode') ?? told('referentialIntegrity') };
}

/** Null where an index of it cannot be read. */
function readModel(name: string, body: string, offset: number, text: string): SchemaModel | null {
  let table = name;
  const fields: SchemaField[] = [];
  const leading: string[] = [];
  const foreign: string[] = [];
  for (const { line, start } of logicalLines(body)) {
    const [, attribute] = /^\s*@@(\w+)/.exec(line) ?? [];
    if (attribute === 'map') table = /"([^"]+)"/.exec(text.slice(offset + start, offset + start + line.length))?.[1] ?? name;
    if (attribute !== undefined) {
      if (!/^(id|unique|index)$/.test(attribute)) continue;
      const first = firstListed(line);
      if (first === null) return null;
      leading.push(first);
      continue;
    }
    const field = /^(\s*)(\w+)[ \t]+(\w+)(\[\])?\??(?![\w(])(.*)$/s.exec(line);
    if (!field) continue;
    const [, indent = '', called = '', type = '', list, attributes = ''] = field;
    const relation = /(?:^|\s)@relation\s*\((.*)$/s.exec(attributes)?.[1];
    const key = relation === undefined ? undefined : /\bfields\s*:\s*\[\s*(\w+)/.exec(relation)?.[1];
    if (key !== undefined) foreign.push(key);
    const from = offset + start + indent.length;
    fields.push({
      name: called,
      type,
      isList: list !== undefined,
      isKey: /(?:^|\s)@(?:id|unique)\b/.test(attributes),
      isShared: /@default\(\s*["\d-]/.test(attributes) || /@db\.(?:TinyInt|Bit)\b/.test(attributes),
      span: { start: from, end: from + line.trim().length },
    });
  }
  return { name, table, fields, leading, foreign };
}

/** Lines, of which those belong together that a bracket holds open. */
function logicalLines(body: string): { readonly line: string; readonly start: number }[] {
  const found: { line: string; start: number }[] = [];
  let open = 0;
  let start = 0;
  for (let at = 0; at <= body.length; at++) {
    const sign = body[at];
    if (sign === '(' || sign === '[') open++;
    else if (sign === ')' || sign === ']') open = Math.max(0, open - 1);
    else if (sign === undefined || (sign === '\n' && open === 0)) {
      found.push({ line: body.slice(start, at), start });
      start = at + 1;
    }
  }
  return found;
}

/** Have: @@index([email]), @@unique(fields: [shopId, number]), @@index([sent(sort: Desc)], map: "by_sent") */
function firstListed(line: string): string | null {
  return /\[\s*(\w+)/.exec(line)?.[1] ?? null;
}
