/**
 * The door to everything that knows TypeScript: reading files into models, following imports, asking the type checker,
 * writing fixes. The engine uses this and nothing below it.
 */
import type ts from 'typescript';
import type { FileContext, FileModel, Span, StatedSize } from '../../model/file.ts';
import type { Fix, FixIntent, Refusal } from '../../model/finding.ts';
import type { ImportTarget, Program } from '../../model/program.ts';
import { commentsOf, statementAt } from './comments.ts';
import { writeFix } from './edits/write-fix.ts';
import { lower, parse } from './lower/lower.ts';
import { applyAnswers, questionsFor } from './questions.ts';
import { createProgramOracle } from './types/program-oracle.ts';
import { createProjects } from './types/projects.ts';
import { createResolver } from './types/resolve.ts';

export { knowledge, smallByName } from './knowledge/index.ts';

/** A parsed file, as long as somebody needs its tree. */
export interface Parsed {
  readonly path: string;
  comments(): Span[];
  statementAt(offset: number): Span;
  lower(context: FileContext, sizes: readonly StatedSize[]): FileModel;
  /** Where the parser stumbled first, if it did. */
  readonly syntaxError: { readonly span: Span; readonly message: string } | null;
}

export function parseSource(path: string, text: string): Parsed {
  const file = parse(path, text);
  const [first] = (file as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
  return {
    path,
    comments: () => commentsOf(file),
    statementAt: (offset) => statementAt(file, offset),
    lower: (context, sizes) => lower(file, context, sizes),
    syntaxError: first ? { span: { start: first.start, end: first.start + first.length }, message: flatten(first.messageText) } : null,
  };
}

function flatten(message: string | ts.DiagnosticMessageChain): string {
  return typeof message === 'string' ? message : message.messageText;
}

/** The projects below one root: what imports mean, what types are, how fixes are written. */
export interface Workspace {
  resolve(file: string, specifier: string): ImportTarget;
  /** Asks the type checker what the model leaves open and rules may need, and completes the models in place. Returns the number of questions. */
  completeTypes(program: Program, files: readonly FileModel[]): Promise<number>;
  writeFix(intent: FixIntent, textOf: (file: string) => string | undefined): Fix | Refusal;
  /** Lets go of the type checker's programs; they are built again when somebody asks. */
  release(): void;
  notes(): readonly { readonly file: string; readonly message: string }[];
}

/** `overlay` answers for unsaved buffers and standard input before the disk is asked. */
export function openWorkspace(root: string, overlay: (path: string) => string | undefined): Workspace {
  const projects = createProjects({ root, readFile: overlay, fileExists: (path) => overlay(path) !== undefined });
  const resolver = createResolver(projects);
  const oracle = createProgramOracle({ projects, resolver });
  return {
    resolve: (file, specifier) => resolver.resolve(file, specifier),
    async completeTypes(program, files) {
      const asked = files.map((file) => ({ model: file, questions: questionsFor(program, file) })).filter((a) => a.questions.length > 0);
      const answers = await oracle.ask(asked.map(({ model, questions }) => ({ file: model.path, questions: questions.map((q) => q.question) })));
      asked.forEach(({ questions }, i) => applyAnswers(questions, answers[i] ?? []));
      return asked.reduce((n, a) => n + a.questions.length, 0);
    },
    writeFix(intent, textOf) {
      return writeFix(intent, {
        sourceOf: (file) => {
          const text = textOf(file);
          return text === undefined ? null : parse(file, text);
        },
        checkerFor: (file) => oracle.checked(file),
      });
    },
    release: () => oracle.dispose(),
    notes: () => oracle.notes(),
  };
}
