/**
 * The door to everything that knows TypeScript: reading files into models, following imports, asking the type checker,
 * writing fixes. The engine uses this and nothing below it.
 */
import type ts from 'typescript';
import type { FileContext, FileModel, Span } from '../../model/file.ts';
import type { Fix, FixIntent, Refusal } from '../../model/finding.ts';
import type { ImportTarget, Program } from '../../model/program.ts';
import type { StatedSize } from '../../model/stated-size.ts';
import { commentsOf, type Statement, statementAt } from './comments.ts';
import { writeFix } from './edits/write-fix.ts';
import { lower, parse } from './lower/lower.ts';
import { type Asked, applyAnswers, questionsFor } from './questions.ts';
import type { Answer, Question } from './types/oracle.ts';
import { createProgramOracle } from './types/program-oracle.ts';
import { createProjects } from './types/projects.ts';
import { createResolver } from './types/resolve.ts';

export type { Statement } from './comments.ts';
export { fewByName, knowledge, smallByName } from './knowledge/index.ts';

/** A parsed file, as long as somebody needs its tree. */
export interface Parsed {
  readonly path: string;
  comments(): Span[];
  statementAt(offset: number): Statement;
  lower(context: FileContext, sizes: readonly StatedSize[]): FileModel;
  /** Where the parser stumbled first, if it did. */
  readonly syntaxError: { readonly span: Span; readonly message: string } | null;
}

const trees = new WeakMap<Parsed, ts.SourceFile>();

/** `before`: the same file as it was parsed last, which this uses up: what did not change is not parsed again. */
export function parseSource(path: string, text: string, before?: Parsed): Parsed {
  const file = parse(path, text, before && trees.get(before));
  const [first] = (file as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
  const parsed: Parsed = {
    path,
    comments: () => commentsOf(file),
    statementAt: (offset) => statementAt(file, offset),
    lower: (context, sizes) => lower(file, context, sizes),
    syntaxError: first ? { span: { start: first.start, end: first.start + first.length }, message: flatten(first.messageText) } : null,
  };
  trees.set(parsed, file);
  return parsed;
}

function flatten(message: string | ts.DiagnosticMessageChain): string {
  return typeof message === 'string' ? message : message.messageText;
}

/** The projects below one root: what imports mean, what types are, how fixes are written. */
export interface Workspace {
  resolve(file: string, specifier: string): ImportTarget;
  /** Asks the type checker what the model leaves open and rules may need, and completes the models in place. Returns the number of questions. */
  completeTypes(program: Program, files: readonly FileModel[]): Promise<number>;
  /** Completes a model as it was lowered with what the same expressions were known to be. */
  recallTypes(program: Program, file: FileModel, text: string): void;
  /** Asks about the expressions of completed models again. Returns the paths of those of which anything is not as it was known. */
  confirmTypes(files: readonly FileModel[]): Promise<string[]>;
  /** A file changed: its unsaved text, or null when the disk has the truth. */
  update(file: string, text: string | null): void;
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
  const known = new Map<string, ReadonlyMap<string, Answer>>();
  const asked = new WeakMap<FileModel, readonly { readonly key: string; readonly question: Question }[]>();
  return {
    resolve: (file, specifier) => resolver.resolve(file, specifier),
    async completeTypes(program, files) {
      const asked = files.map((file) => ({ model: file, questions: questionsFor(program, file) })).filter((a) => a.questions.length > 0);
      const answers = await oracle.ask(asked.map(({ model, questions }) => ({ file: model.path, questions: questions.map((q) => q.question) })));
      asked.forEach(({ questions }, i) => applyAnswers(questions, answers[i] ?? []));
      return asked.reduce((n, a) => n + a.questions.length, 0);
    },
    recallTypes(program, file, text) {
      const questions = named(questionsFor(program, file), text);
      asked.set(
        file,
        questions.map(({ key, asked: { question } }) => ({ key, question })),
      );
      const answers = known.get(file.path);
      for (const { key, asked: one } of questions) {
        const answer = answers?.get(key);
        if (answer) applyAnswers([one], [answer]);
      }
    },
    async confirmTypes(files) {
      const all = files.map((file) => ({ path: file.path, questions: asked.get(file) ?? [] })).filter(({ questions }) => questions.length > 0);
      const answers = await oracle.ask(all.map(({ path, questions }) => ({ file: path, questions: questions.map((q) => q.question) })));
      return all.flatMap(({ path, questions }, at) => {
        const before = known.get(path);
        const now = new Map(
          questions.map(({ key }, i) => [key, answers[at]?.[i]]).filter((entry): entry is [string, Answer] => entry[1] !== undefined),
        );
        known.set(path, now);
        const same =
          now.size === (before?.size ?? 0) && [...now].every(([key, answer]) => JSON.stringify(answer) === JSON.stringify(before?.get(key)));
        return same ? [] : [path];
      });
    },
    update: (file, text) => oracle.update(file, text),
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

/** What a question is about, in words that survive edits elsewhere in the file: its kind, its text, and the how manieth of that text it is. */
function named(asked: readonly Asked[], text: string): { readonly key: string; readonly asked: Asked }[] {
  const counts = new Map<string, number>();
  return asked.map((each) => {
    const { about, start, end } = each.question;
    const name = `${about}:${text.slice(start, end)}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return { key: `${name}#${count}`, asked: each };
  });
}
