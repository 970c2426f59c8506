/**
 * A check that stays alive while people edit: it holds unsaved texts, remembers what did not change, and answers for one
 * file at a time. The language server stands on it.
 */
import type { FileModel } from '../model/file.ts';
import type { Edit, Finding, Fix, Refusal } from '../model/finding.ts';
import { type GrowthHint, growthHints } from '../model/growth-hints.ts';
import { restingOn } from '../model/memory.ts';
import { rules } from '../rules/index.ts';
import { sourceExtensions } from './discover.ts';
import { reasonToSkip } from './generated-code.ts';
import { byPlace, runRules, settle } from './judge.ts';
import { isDeployment, isSchema, isTemplate, languageOf } from './languages.ts';
import { createLiveProgram, type LiveProgram } from './live-program.ts';
import { createHeating, type Heating } from './profile/heat.ts';
import type { NamedProfile } from './profile/profile-file.ts';
import { projectFiles } from './project-files.ts';
import type { Problem } from './result.ts';
import { suppressionEdit } from './suppression-edits.ts';

export type { GrowthHint } from '../model/growth-hints.ts';

export interface SessionOptions {
  /** Absolute folder that paths in messages are relative to. */
  readonly root: string;
  /** Files with more UTF-16 units are skipped, and say so; without it, as the command line skips them. */
  readonly largestFile?: number;
  /** Of projects with more source files only what the held files import is read. */
  readonly largestProject?: number;
}

/** `syntax`: at once, from the parser and from types known before; `types`: confirmed by the type checker. */
export type Tier = 'syntax' | 'types';

export interface FileReport {
  readonly path: string;
  /** The text that all offsets refer to. */
  readonly text: string;
  readonly tier: Tier;
  /** As the command line gives them for the same text: sorted, severities and suppressions applied, hints included. */
  readonly findings: readonly Finding[];
  /** How many findings comments suppress. */
  readonly suppressed: number;
  /** Why the file was not checked, as a phrase for people; null when it was. */
  readonly skipped: string | null;
  /** What went wrong and was contained: in the file, its configuration, a rule. */
  readonly problems: readonly Problem[];
  /** The parser stumbled: findings may be incomplete. */
  readonly broken: boolean;
  readonly milliseconds: number;
}

export interface Session {
  /** An editor holds this text, unsaved or not; call again on every change. Absolute path, forward slashes. */
  hold(path: string, text: string): void;
  /** The editor closed it: the disk has the truth again. */
  release(path: string): void;
  /** Files were created, changed or deleted on disk. Configurations, package.json and tsconfig.json are known by their names. */
  touched(paths: readonly string[]): void;
  /** What was measured of the code counts from now on; an empty list ends that. Check the held files again then. */
  useProfiles(profiles: readonly NamedProfile[]): void;
  /** Where profiles and the code that was read do not belong together, one sentence each. */
  profileNotes(): Promise<readonly string[]>;
  /** Findings of one held file. Rejects never: what fails is in `problems`. */
  check(path: string, tier: Tier): Promise<FileReport>;
  /** Realises a finding of the file's latest report, or says which proof failed. Edits may concern other files. */
  fix(finding: Finding): Promise<Fix | Refusal>;
  /** A comment that answers for a finding of the file's latest report; null when the file has changed since. */
  suppression(finding: Finding, reason: string): Promise<Edit | null>;
  /** The growth of each loop and function of a held file, where every size has a name. */
  growthOf(path: string): Promise<readonly GrowthHint[]>;
  /**
   * Reads the other files of the projects of all held files, a few at a time, so that callers in files that nobody opened count
   * too. Resolves to true when something was read: check the held files again then. Calls in between are answered first.
   */
  index(signal?: AbortSignal): Promise<boolean>;
  /** The text of a file as last read or held; undefined when it never was. */
  textOf(path: string): string | undefined;
  dispose(): void;
}

/** What all answers rest on: when one of these changes, everything is read anew. */
const FOUNDATIONS = /(^|\/)(scalelint\.jsonc?|package\.json|pyproject\.toml|[jt]sconfig[^/]*\.json|pnpm-workspace\.yaml)$/;
const LARGEST_PROJECT = 3000;
/** Files that are typed in one go while nobody waits. */
const BATCH = 25;
const ROUNDS = 6;

export function createSession(options: SessionOptions): Session {
  const held = new Map<string, string>();
  const latest = new Map<string, ReadonlySet<Finding>>();
  let live = createLiveProgram(options.root, held);
  let indexed = new Set<string>();
  let heating: Heating | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One thing at a time: models and types change while they are asked. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  };

  const textBehind = new WeakMap<Finding, string>();
  /** A finding as the latest report has it: a later check of the same text, which nobody asked for, says the same anew. */
  const currentOf = (finding: Finding): Finding | null => {
    const known = live.isStale(finding.file) ? undefined : latest.get(finding.file);
    if (!known || known.has(finding)) return known ? finding : null;
    const text = textBehind.get(finding);
    const isSame = (other: Finding): boolean =>
      other.rule === finding.rule && other.span.start === finding.span.start && other.span.end === finding.span.end && textBehind.get(other) === text;
    return text === undefined ? null : ([...known].find(isSame) ?? null);
  };

  return {
    hold(path, text) {
      if (held.get(path) === text) return;
      held.set(path, text);
      live.changed(path);
    },
    release(path) {
      if (held.delete(path)) live.changed(path);
      latest.delete(path);
    },
    touched(paths) {
      if (!paths.some((path) => FOUNDATIONS.test(path))) {
        for (const path of paths)
          if (!held.has(path) && (isSource(path) || isTemplate(path) || isSchema(path) || isDeployment(path))) live.changed(path);
        return;
      }
      live = createLiveProgram(options.root, held);
      indexed = new Set();
    },
    useProfiles(profiles) {
      heating = profiles.length > 0 ? createHeating(profiles, options.root) : null;
    },
    profileNotes: () =>
      inTurn(async () => {
        await live.refresh();
        return heating?.on(live.loader).notes ?? [];
      }),
    check: (path, tier) =>
      inTurn(async () => {
        const report = await checkFile(live, heating, options, path, tier, held.get(path));
        latest.set(path, new Set(report.findings));
        const text = live.loader.sources.get(path);
        if (text !== undefined) for (const finding of report.findings) textBehind.set(finding, text);
        return report;
      }),
    fix: (finding) =>
      inTurn(async () => {
        const current = currentOf(finding);
        return current ? live.loader.fix(current) : { refused: 'the file has changed since' };
      }),
    suppression: (finding, reason) =>
      inTurn(async () => {
        const { file, rule, span } = finding;
        const text = live.loader.sources.get(file);
        const statement = currentOf(finding) ? live.loader.statementAt(file, span.start) : null;
        if (text === undefined || statement === null) return null;
        return suppressionEdit({ file, text, rule, reason, language: languageOf(file), statementStart: statement.start, inJsx: statement.inJsx });
      }),
    growthOf: (path) =>
      inTurn(async () => {
        await live.refresh();
        const file = await live.read(path);
        return file.model ? growthHints(live.loader.program, file.model) : [];
      }),
    async index(signal) {
      const program = live;
      const stopped = (): boolean => signal?.aborted === true || live !== program;
      const found = await projectFiles([...held.keys()], options.largestProject ?? LARGEST_PROJECT);
      const unread = found.filter((path) => !indexed.has(path));
      for (const path of unread) {
        if (stopped()) return false;
        await inTurn(async () => void (await program.read(path)));
        indexed.add(path);
      }
      // Files join the end of the program while it is walked: imports are followed to their end.
      for (const path of program.loader.program.files.keys()) {
        if (stopped()) return false;
        await inTurn(() => program.follow(path));
      }
      // What findings rest on is typed as well; it may lead to more files.
      let typed = false;
      for (let round = 0; round < ROUNDS && !stopped(); round++) {
        const untyped = await inTurn(() => untypedGround(program, held));
        if (untyped.length === 0) break;
        typed = true;
        for (let at = 0; at < untyped.length && !stopped(); at += BATCH) await inTurn(() => program.confirm(untyped.slice(at, at + BATCH)));
      }
      return (unread.length > 0 || typed) && !stopped();
    },
    textOf: (path) => held.get(path) ?? live.loader.sources.get(path),
    dispose() {
      held.clear();
      latest.clear();
      live = createLiveProgram(options.root, held);
    },
  };
}

function isSource(path: string): boolean {
  return sourceExtensions.some((extension) => path.endsWith(extension)) && !path.includes('/node_modules/');
}

async function checkFile(
  live: LiveProgram,
  heating: Heating | null,
  options: SessionOptions,
  path: string,
  tier: Tier,
  text: string | undefined,
): Promise<FileReport> {
  const started = performance.now();
  const report = (found: Partial<FileReport>): FileReport => ({
    path,
    // An edit may have come while the file was read.
    text: live.loader.sources.get(path) ?? text ?? '',
    tier,
    findings: [],
    suppressed: 0,
    skipped: null,
    problems: [],
    broken: false,
    ...found,
    milliseconds: performance.now() - started,
  });
  try {
    await live.refresh();
    const skipped = text === undefined ? 'it is not open' : reasonNotToCheck(live, options, path, text);
    if (skipped) return report({ skipped });
    const read = await live.read(path);
    if (!read.model) return report({ skipped: read.skipped, problems: read.problems });
    if (tier === 'types') await live.confirm([path]);
    const file = live.loader.program.files.get(path) ?? read.model;
    const problems: Problem[] = [...read.problems];
    return report({ ...judged(live, heating, file, problems), problems, broken: file.broken });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return report({ problems: [{ file: path, span: null, level: 'error', message: `scalelint failed on this file (${why}). Please report this.` }] });
  }
}

/** Files that findings of held files rest on, and that the type checker was not asked about. */
async function untypedGround(live: LiveProgram, held: ReadonlyMap<string, string>): Promise<string[]> {
  await live.refresh();
  const { program } = live.loader;
  const files = [...held.keys()].flatMap((path) => program.files.get(path) ?? []);
  const { files: ground } = restingOn(program.memory, () => runRules(rules, program, files, []));
  return [...held.keys(), ...ground].filter((path) => program.files.has(path) && !live.isConfirmed(path));
}

function judged(live: LiveProgram, heating: Heating | null, file: FileModel, problems: Problem[]): { findings: Finding[]; suppressed: number } {
  const raw = runRules(rules, live.loader.program, [file], problems);
  const { kept, suppressed } = settle(raw, live.loader, [file], live.config, rules, heating);
  problems.push(...live.config.problems, ...live.loader.notes().filter((note) => note.file === null || note.file === file.path));
  return { findings: kept.sort(byPlace), suppressed: suppressed.length };
}

function reasonNotToCheck(live: LiveProgram, options: SessionOptions, path: string, text: string): string | null {
  if (path.includes('/node_modules/')) return 'it belongs to an installed package';
  if (/\.d\.[cm]?ts$|\.pyi$/.test(path)) return 'declarations say nothing about cost';
  const { largestFile: most } = options;
  if (most !== undefined && text.length > most)
    return `it is larger than ${Math.round(most / 1000).toLocaleString('en')} KB (setting scalelint.maxFileSize)`;
  const config = live.config.configFor(path);
  if (!config.enabled) return `scalelint is off in ${config.path}`;
  if (config.excluded(path)) return `excluded by ${config.path}`;
  return reasonToSkip(text);
}
