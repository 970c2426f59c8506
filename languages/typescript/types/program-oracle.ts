/**
 * The `TypeOracle` that stands on the bundled compiler, in process. Questions are grouped by project; each project that has
 * some gets one program, kept for the next time it is asked. Nothing here throws: what fails is unknown, with a note.
 */
import type ts from 'typescript';
import { type CalleeReader, createCalleeReader } from './callee-answer.ts';
import { findNodes } from './find-nodes.ts';
import type { Answer, FileQuestions, Question, TypeOracle } from './oracle.ts';
import { createProgramHost, createSourceFiles, findLibFolder, type ProgramHost } from './program.ts';
import type { Project, ProjectNote, Projects } from './projects.ts';
import { createResolver, type Resolver } from './resolve.ts';
import { createValueReader, UNKNOWN_VALUE, type ValueReader } from './value-answer.ts';
import { slashes } from './workspace-files.ts';

export interface ProgramOracle extends TypeOracle {
  /** A file changed: its unsaved text, or null when the disk has the truth again (saved, closed, created, deleted). */
  readonly update: (file: string, text: string | null) => void;
  /** Configurations or installed packages changed: read everything again. */
  readonly refresh: () => void;
  /** A file bound and typed, for writing edits; null when its project cannot be loaded. */
  readonly checked: (
    file: string,
  ) => { readonly program: ts.Program; readonly checker: ts.TypeChecker; readonly sourceFile: ts.SourceFile; readonly strict: boolean } | null;
  /** Why answers may be poorer than they could be. */
  readonly notes: () => readonly ProjectNote[];
}

export interface ProgramOracleOptions {
  readonly projects: Projects;
  /** Shared with linking, so that both see the same sources. */
  readonly resolver?: Resolver | undefined;
  /** The folder with the language's own declarations (`lib.d.ts` …). */
  readonly libFolder?: string | undefined;
  /** Programs kept between questions. */
  readonly keep?: number | undefined;
}

interface State {
  readonly host: ProgramHost;
  program: ts.Program | undefined;
  roots: ReadonlySet<string>;
  stale: boolean;
}

interface Readers {
  readonly value: ValueReader;
  readonly callee: CalleeReader;
}

const unknownAnswer = ({ about }: Question): Answer => (about === 'value' ? UNKNOWN_VALUE : { about, declared: null });

export function createProgramOracle({ projects, resolver: shared, libFolder: given, keep = 3 }: ProgramOracleOptions): ProgramOracle {
  const { files } = projects;
  const resolver = shared ?? createResolver(projects);
  const libFolder = given === undefined ? findLibFolder() : slashes(given);
  const problems = new Map<string, ProjectNote>();
  /** Least recently asked first. */
  const states = new Map<string, State>();
  const readers = new WeakMap<ts.Program, Readers>();
  let sources = createSourceFiles(files, libFolder);

  const problem = (file: string, message: string): void => void problems.set(`${file}\n${message}`, { file, message });

  const stateOf = (project: Project): State => {
    const state = states.get(project.id) ?? {
      host: createProgramHost(project, files, resolver, sources, libFolder),
      program: undefined,
      roots: new Set<string>(),
      stale: true,
    };
    states.delete(project.id);
    states.set(project.id, state);
    if (states.size > keep) {
      for (const id of [...states.keys()].slice(0, states.size - keep)) states.delete(id);
      sources.keep([...states.values()].flatMap((held) => held.program ?? []));
    }
    return state;
  };

  /** The program with all of these files in it. It grows with what is asked, so that asking again costs nothing. */
  const programWith = (project: Project, wanted: readonly string[]): ts.Program => {
    const state = stateOf(project);
    const { program } = state;
    if (program !== undefined && !state.stale && wanted.every((file) => state.roots.has(file) || program.getSourceFile(file) !== undefined))
      return program;
    const roots = new Set([...project.ambient, ...state.roots, ...wanted]);
    const built = state.host.build([...roots].filter(files.fileExists), program);
    state.program = built;
    state.roots = roots;
    state.stale = false;
    return built;
  };

  const readersOf = (program: ts.Program): Readers => {
    let known = readers.get(program);
    if (known === undefined) {
      const checker = program.getTypeChecker();
      known = { value: createValueReader(program, checker), callee: createCalleeReader(program, checker) };
      readers.set(program, known);
    }
    return known;
  };

  const answerFile = (program: ts.Program, project: Project, { file, questions }: FileQuestions): readonly Answer[] => {
    const source = program.getSourceFile(slashes(file));
    if (source === undefined) return questions.map(unknownAnswer);
    const { value, callee } = readersOf(program);
    const strict = project.checked && isChecked(source, program.getCompilerOptions());
    let failed = false;
    const nodes = findNodes(source, questions);
    const answers = questions.map((question, index): Answer => {
      const node = nodes[index];
      if (node === undefined) return unknownAnswer(question);
      try {
        return question.about === 'value' ? value(node, strict) : { about: 'callee', declared: callee(node as ts.CallLikeExpression) };
      } catch (error) {
        if (!failed) problem(file, `The type checker failed on an expression (${String(error)}); its type counts as unknown.`);
        failed = true;
        return unknownAnswer(question);
      }
    });
    return answers;
  };

  const answerProject = (project: Project, batch: readonly FileQuestions[]): readonly (readonly Answer[])[] => {
    try {
      const program = programWith(
        project,
        batch.map(({ file }) => slashes(file)),
      );
      return batch.map((asked) => answerFile(program, project, asked));
    } catch (error) {
      states.delete(project.id);
      problem(project.configPath ?? files.root, `The type checker could not load this project (${String(error)}); all its types count as unknown.`);
      return batch.map(({ questions }) => questions.map(unknownAnswer));
    }
  };

  const refresh = (): void => {
    projects.refresh();
    resolver.refresh();
    states.clear();
    sources = createSourceFiles(files, libFolder);
  };

  return {
    ask: async (batch) => {
      const groups = new Map<string, { readonly project: Project; readonly indices: number[] }>();
      const answers: (readonly Answer[])[] = batch.map(({ questions }) => questions.map(unknownAnswer));
      batch.forEach(({ file, questions }, index) => {
        if (questions.length === 0) return;
        try {
          const project = projects.projectOf(file);
          const group = groups.get(project.id) ?? { project, indices: [] };
          group.indices.push(index);
          groups.set(project.id, group);
        } catch (error) {
          problem(file, `No project could be found for it (${String(error)}); its types count as unknown.`);
        }
      });
      for (const { project, indices } of groups.values()) {
        const found = answerProject(
          project,
          indices.map((index) => batch[index] as FileQuestions),
        );
        indices.forEach((index, at) => {
          answers[index] = found[at] ?? [];
        });
        await new Promise<void>((resolve) => void setImmediate(resolve));
      }
      return answers;
    },
    update: (path, text) => {
      const file = slashes(path);
      const existed = files.fileExists(file);
      files.overlay(file, text);
      if (text === null) files.forget();
      sources.drop(file);
      for (const state of states.values()) state.stale = true;
      if (/\/(?:(?:[jt]sconfig(?:\.[^/]*)?|package|lerna)\.json|pnpm-workspace\.yaml)$/.test(file)) refresh();
      else if (existed !== files.fileExists(file)) {
        projects.refresh();
        resolver.refresh();
        for (const state of states.values()) {
          state.host.refresh();
          state.program = undefined;
        }
      }
    },
    refresh,
    checked: (path) => {
      try {
        const file = slashes(path);
        const project = projects.projectOf(file);
        const program = programWith(project, [file]);
        const sourceFile = program.getSourceFile(file);
        return sourceFile
          ? { program, checker: program.getTypeChecker(), sourceFile, strict: project.checked && isChecked(sourceFile, program.getCompilerOptions()) }
          : null;
      } catch {
        return null;
      }
    },
    notes: () => [...projects.notes(), ...problems.values()],
    dispose: () => {
      states.clear();
      sources = createSourceFiles(files, libFolder);
    },
  };
}

/** The compiler reports errors in this file, under strictNullChecks: then a type without null is a proof. */
function isChecked(source: ts.SourceFile, options: ts.CompilerOptions): boolean {
  if ((options.strictNullChecks ?? options.strict ?? true) === false) return false;
  const directive = (source as { readonly checkJsDirective?: { readonly enabled: boolean } }).checkJsDirective;
  if (directive !== undefined) return directive.enabled;
  return /\.[cm]?jsx?$/.test(source.fileName) ? options.checkJs === true : true;
}
