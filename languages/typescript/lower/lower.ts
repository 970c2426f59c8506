/**
 * One TypeScript or JavaScript file to its model, with the parser alone. Never throws: broken code gives fewer facts.
 */
import ts from 'typescript';
import { blankCall } from '../../../model/blank.ts';
import type { Call, FileContext, FileModel } from '../../../model/file.ts';
import type { StatedSize } from '../../../model/stated-size.ts';
import { lowerBodies } from './body.ts';
import { lowerDeclaredExports } from './exports.ts';
import { completeKinds } from './kinds.ts';
import { noteOverlaps } from './overlap.ts';
import { declareAll } from './scopes.ts';
import type { Lowering } from './state.ts';

/**
 * Parses a file for lowering and for edits: parents set, comments kept apart from JSDoc. `path` decides the dialect.
 * `before` is used up: what the texts have in common keeps its nodes.
 */
export function parse(path: string, text: string, before?: ts.SourceFile): ts.SourceFile {
  if (before && before.text !== text) return ts.updateSourceFile(before, text, changeBetween(before.text, text));
  return ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    scriptKind(path),
  );
}

/** From the first to the last character that differs. */
function changeBetween(before: string, after: string): ts.TextChangeRange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return ts.createTextChangeRange(ts.createTextSpanFromBounds(start, before.length - tail), after.length - tail - start);
}

function scriptKind(path: string): ts.ScriptKind {
  if (/\.[mc]?ts$/.test(path)) return ts.ScriptKind.TS;
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX;
  // Plain JavaScript may hold JSX whatever its extension says.
  return ts.ScriptKind.JSX;
}

export function lower(file: ts.SourceFile, context: FileContext, statedSizes: readonly StatedSize[]): FileModel {
  const state: Lowering = {
    file,
    functions: [],
    loops: [],
    calls: [],
    rebuilds: [],
    bindings: [],
    classes: [],
    imports: [],
    exports: [],
    scopes: new Map(),
    fnOf: new Map(),
    loopOf: new Map(),
    loopOfClosure: new Map(),
    callOf: new Map(),
    classOf: new Map(),
    fields: new Map(),
    globals: new Map(),
    references: new Map(),
    elements: new Map(),
    namedTypes: [],
    values: [],
  };
  declareAll(state);
  lowerBodies(state);
  lowerDeclaredExports(state);
  completeKinds(state);
  noteOverlaps(state);
  fillGaps(state.calls);
  const broken = ((file as { parseDiagnostics?: readonly unknown[] }).parseDiagnostics?.length ?? 0) > 0;
  return {
    path: file.fileName,
    language: 'typescript',
    context,
    functions: state.functions,
    loops: state.loops,
    calls: state.calls,
    rebuilds: state.rebuilds,
    bindings: state.bindings,
    classes: state.classes,
    imports: state.imports,
    exports: state.exports,
    withs: [],
    statedSizes: [...statedSizes],
    broken,
  };
}

/** Calls in places that lowering does not visit (types, decorator arguments of parameters) leave holes; nothing refers to them. */
function fillGaps(calls: (Call | undefined)[]): void {
  for (let i = 0; i < calls.length; i++) {
    calls[i] ??= blankCall(i);
  }
}
