/**
 * One test of a writer: a small program in, the fixed text out, and every promise of a fix checked on the way. The text
 * parses and has no new type errors, and a `safe` fix behaves alike when both texts are executed on nasty inputs.
 */
import { inspect } from 'node:util';
import vm from 'node:vm';
import ts from 'typescript';
import { expect } from 'vitest';
import type { Span } from '../../../../model/file.ts';
import type { Edit, Fix, FixIntent, Refusal } from '../../../../model/finding.ts';
import { writeFix } from '../write-fix.ts';
import { contextOf, errorsOf, programOf } from './program-of.ts';

export interface Trial {
  readonly code: string;
  readonly intent: (find: Find) => FixIntent;
  readonly file?: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly typed?: boolean;
  readonly options?: ts.CompilerOptions;
  /** Arguments of `run`, made anew for each execution. */
  readonly inputs?: readonly (() => unknown[])[];
}

export interface Find {
  readonly file: string;
  /** The call written exactly so. */
  readonly call: (text: string) => Span;
  /** The innermost loop (statement, or call with a callback) whose text begins so. */
  readonly loop: (head: string) => Span;
  /** The first node of this kind whose text begins so. */
  readonly node: (head: string, test: (node: ts.Node) => boolean) => Span;
}

export interface Outcome {
  readonly fix: Fix | Refusal;
  readonly after: string | null;
}

export function tryFix(trial: Trial): Outcome {
  const file = trial.file ?? '/src/file.ts';
  const files = { ...trial.others, [file]: trial.code };
  const program = programOf(files, trial.options);
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error('no source');
  const before = errorsOf(program, file);
  const intent = trial.intent(finder(file, source));
  const fix = writeFix(intent, contextOf(program, trial.typed !== false));
  if ('refused' in fix) return { fix, after: null };
  const after = apply(trial.code, fix.edits);
  const fixed = errorsOf(programOf({ ...files, [file]: after }, trial.options), file);
  expect(
    fixed.filter((message) => !before.includes(message)),
    `new type errors in\n${after}`,
  ).toEqual([]);
  if (trial.inputs !== undefined && fix.level === 'safe') {
    for (const input of trial.inputs)
      expect(behaviour(after, input()), `behaves differently for ${inspect(input(), { depth: 5 })}:\n${after}`).toEqual(
        behaviour(trial.code, input()),
      );
  }
  return { fix, after };
}

export function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: insert } of edits) {
    if (span.start < at) throw new Error('edits overlap');
    result += text.slice(at, span.start) + insert;
    at = span.end;
  }
  return result + text.slice(at);
}

/** What `run` gives, throws and does to its arguments. */
export function behaviour(code: string, input: unknown[]): string {
  const js = transpiled(code);
  const exports: { run?: (...args: unknown[]) => unknown } = {};
  const fn = vm.runInThisContext(`(function (exports, require) { ${js}\n})`) as (exports: object, require: unknown) => void;
  let end: string;
  try {
    fn(exports, () => ({}));
    if (exports.run === undefined) throw new Error('the program exports no `run`');
    const value = exports.run(...input);
    end = `gives ${show(value)}`;
  } catch (error) {
    end = `throws ${(error as Error).name}`;
  }
  return `${end}; arguments ${show(input)}`;
}

const outputs = new Map<string, string>();

function transpiled(code: string): string {
  const known = outputs.get(code);
  if (known !== undefined) return known;
  const js = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.React },
  }).outputText;
  outputs.set(code, js);
  return js;
}

function show(value: unknown): string {
  return inspect(value, { depth: 8, maxArrayLength: null });
}

function finder(file: string, source: ts.SourceFile): Find {
  const pick = (what: string, test: (node: ts.Node, text: string) => boolean): Span => {
    let found: ts.Node | null = null;
    const visit = (node: ts.Node): void => {
      if (found === null && test(node, node.getText(source))) found = node;
      ts.forEachChild(node, visit);
    };
    visit(source);
    if (found === null) throw new Error(`not found: ${what}`);
    const node = found as ts.Node;
    return { start: node.getStart(source), end: node.end };
  };
  return {
    file,
    call: (text) => pick(text, (node, own) => ts.isCallExpression(node) && own === text),
    loop: (head) =>
      pick(
        head,
        (node, own) =>
          own.startsWith(head) &&
          (ts.isIterationStatement(node, false) || (ts.isCallExpression(node) && `${node.expression.getText(source)}(` === head)),
      ),
    node: (head, test) => pick(head, (node, own) => own.startsWith(head) && test(node)),
  };
}

/** The outcome in one string: level, title, text; or the reason. */
export function shown({ fix, after }: Outcome): string {
  if ('refused' in fix) return `refused: ${fix.refused}`;
  return `${fix.level}: ${fix.title}\n${after ?? ''}`;
}
