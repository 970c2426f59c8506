/**
 * Turns a rule off in the configuration that holds for a file, as an edit that keeps the comments. The result is asked whether the
 * rule is really off now: an override may say otherwise, and then gets a last word of its own.
 */
import { readFileSync } from 'node:fs';
import { applyEdits as applyJson, modify } from 'jsonc-parser';
import { createConfigResolver } from '../engine/config.ts';
import { dominantLineEnd } from '../engine/lines.ts';
import { joinPath, parentOf, shownFrom } from '../engine/paths.ts';
import { createRootFinder } from '../engine/project-root.ts';
import { ruleList } from '../engine/rule-list.ts';
import { smallest } from './shift.ts';

export interface ConfigEdit {
  readonly path: string;
  /** What the file holds; null when there is none yet. */
  readonly before: string | null;
  /** Replaced by `text`. UTF-16 offsets in `before`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ruleNames = ruleList.map(({ name }) => name);

/** `root`: where a new configuration goes when there is none. */
export function ruleOff(rule: string, file: string, root: string): ConfigEdit | null {
  const config = createConfigResolver({ root, ruleNames }).configFor(file);
  if (config.path !== null) {
    const before = read(config.path);
    return before === null ? null : edited(config.path, before, rule, file, root);
  }
  const places = new Set([root, createRootFinder().rootsOf(file).root]);
  for (const folder of places) {
    const path = joinPath(folder, 'scalelint.json');
    const text = `${JSON.stringify({ rules: { [rule]: 'off' } }, null, 2)}\n`;
    if (isOff(rule, file, root, path, text)) return { path, before: null, start: 0, end: 0, text };
  }
  return null;
}

function edited(path: string, before: string, rule: string, file: string, root: string): ConfigEdit | null {
  const prefix = path.endsWith('/package.json') ? ['scalelint'] : [];
  const set = (text: string, at: (string | number)[], value: unknown, isArrayInsertion = false): string =>
    applyJson(text, modify(text, [...prefix, ...at], value, { isArrayInsertion, formattingOptions: styleOf(before) }));
  try {
    const plain = set(before, ['rules', rule], 'off');
    const folder = parentOf(path) ?? '/';
    const candidates = [plain, set(plain, ['overrides', -1], { files: [shownFrom(folder, file)], rules: { [rule]: 'off' } }, true)];
    const after = candidates.find((text) => isOff(rule, file, root, path, text));
    if (after === undefined) return null;
    const { start, end, length } = smallest(before, 0, before.length, after);
    return { path, before, start, end, text: after.slice(start, start + length) };
  } catch {
    // What is no JSON cannot be edited as such.
    return null;
  }
}

function isOff(rule: string, file: string, root: string, path: string, text: string): boolean {
  const resolver = createConfigResolver({ root, ruleNames, readFile: (asked) => (asked === path ? text : read(asked)) });
  return resolver.configFor(file).severity(rule, file) === 'off';
}

function styleOf(text: string) {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: dominantLineEnd(text) };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
