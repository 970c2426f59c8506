/**
 * What profiles say of findings. Where a finding's code takes much of the time, a hint becomes a warning; where it ran and took next to none, a
 * warning becomes a hint. What a profile has not seen, and what costs no time of its own, stays as it is.
 */
import type { Fn } from '../../model/file.ts';
import type { Finding, Heat, Severity } from '../../model/finding.ts';
import type { Profile } from '../../profiles/profile.ts';
import { rules } from '../../rules/index.ts';
import { linesOf } from '../lines.ts';
import { misfit } from './misfit.ts';
import { contains, functionsOnPath, type PathFunction } from './on-path.ts';
import { type Placed, type Placing, placeFrames, type Sources } from './placing.ts';
import type { NamedProfile } from './profile-file.ts';
import { type Shares, sharesOf } from './shares.ts';

export interface Heating {
  /** For the files as they are now. */
  on(sources: Sources): Warm;
}

export interface Warm {
  /** The finding with what is known of its heat; its severity changes only if it may. */
  heated(finding: Finding, mayChange: boolean): Finding;
  /** Where a profile and the code do not belong together, one sentence each. */
  readonly notes: readonly string[];
}

/** Of all time. Beyond this a function is worth changing; below the other nothing is won. */
const HOT = 0.1;
const COLD = 0.01;

/** What costs the time of the processor shows in a profile. */
const COMPUTES: ReadonlySet<string> = new Set(['algorithms', 'data-structures']);
/** What waits for others may show; but a small database of tests answers fast, so that little time says nothing. */
const WAITS: ReadonlySet<string> = new Set(['database', 'io', 'async']);
const subjects = new Map<string, string>(rules.map(({ name, subject }) => [name, subject]));

/** @param root the folder that the project is in */
export function createHeating(profiles: readonly NamedProfile[], root: string): Heating {
  let known: { readonly files: readonly unknown[]; readonly warm: Warm } | null = null;
  return {
    on(sources) {
      const files = [...sources.program.files.values()];
      if (known === null || known.files.length !== files.length || files.some((file, i) => known?.files[i] !== file))
        known = { files, warm: warmUp(profiles, sources, root) };
      return known.warm;
    },
  };
}

interface Read {
  readonly name: string;
  readonly profile: Profile;
  readonly placing: Placing;
  readonly shares: Shares;
}

function warmUp(profiles: readonly NamedProfile[], sources: Sources, root: string): Warm {
  const read = profiles.map(({ name, profile }): Read => {
    const placing = placeFrames(profile, sources, root);
    return { name, profile, placing, shares: sharesOf(profile, placing.frames) };
  });
  const telling = read.filter(({ profile }) => isTelling(profile.total, profile));
  return {
    notes: read.flatMap(({ name, profile, placing }) => misfit(name, profile, placing, isTelling(profile.total, profile)) ?? []),
    heated(finding, mayChange) {
      const subject = subjects.get(finding.rule) ?? '';
      const sinks = COMPUTES.has(subject);
      if (!sinks && !WAITS.has(subject)) return finding;
      const path = functionsOnPath(sources.program, finding);
      const measured = telling.flatMap((one) => measure(one, path, finding, sources) ?? []);
      // Several profiles are several uses of a program: what is hot in one of them is hot.
      const [most] = measured.sort((a, b) => b.rank - a.rank);
      if (most === undefined || (most.level === 'cold' && !sinks)) return finding;
      const severity: Severity =
        !mayChange || most.level === 'warm'
          ? finding.severity
          : most.level === 'hot' && finding.severity === 'info'
            ? 'warning'
            : most.level === 'cold' && finding.severity === 'warning'
              ? 'info'
              : finding.severity;
      return { ...finding, severity, heat: { ...most.heat, before: severity === finding.severity ? null : finding.severity } };
    },
  };
}

/** A tenth of a second, or a hundred samples: less is chance. */
function isTelling(time: number, { unit }: Profile): boolean {
  return time >= (unit === 'seconds' ? 0.1 : 100);
}

interface Measured {
  readonly level: 'hot' | 'warm' | 'cold';
  readonly rank: number;
  readonly heat: Omit<Heat, 'before'>;
}

function measure(read: Read, path: readonly PathFunction[], finding: Finding, sources: Sources): Measured | null {
  if (read.profile.measure.kind === 'lines') return onLines(read, path, finding, sources);
  const { name, profile, shares } = read;
  // Whoever pays knows best.
  const at = path.findLastIndex(({ fn }) => shares.inclusive.has(fn));
  const here = path[at];
  if (here === undefined) return null;
  const everywhere = Math.min(1, (shares.inclusive.get(here.fn) ?? 0) / profile.total);
  const share = Math.min(everywhere, calledBy(read, path[at - 1]?.fn, here.fn) / profile.total);
  const level = share < COLD ? 'cold' : Math.min(share, timeOf(read, here) / profile.total) >= HOT ? 'hot' : 'warm';
  const way = path.slice(0, at + 1).map(({ fn }) => `\`${fn.name}\``);
  const where = here.fn.kind === 'module' ? `at the top level of \`${fileName(here.file.path)}\`` : `in ${way.at(-1)}`;
  const onPath = way.length > 1 ? ` on the path ${way.join(' → ')}` : '';
  // Most of it may belong to other callers.
  const text =
    everywhere > 2 * share
      ? `${percent(everywhere)} of the time in \`${name}\` is spent ${where}, ${percent(share)}${onPath}`
      : `${percent(share)} of the time in \`${name}\` is spent ${where}${onPath && `,${onPath}`}`;
  return { level, rank: rankOf(level, share), heat: { profile: name, function: here.fn.name, share: rounded(share), text } };
}

/** What the function's time would be without other functions of the program that it calls, and that the finding is not about. */
function timeOf({ shares, placing }: Read, { file, fn, about }: PathFunction): number {
  const isAbout = (at: { readonly start: number; readonly end: number }): boolean => about.some((span) => contains(span, at));
  const called = new Set(file.calls.filter(({ span }) => isAbout(span)).map(({ text }) => text.replace(/^.*[.:#]/, '')));
  const files = new Map(placing.frames.flatMap((placed): [Fn, Placed][] => (placed ? [[placed.fn, placed]] : [])));
  let time = shares.inclusive.get(fn) ?? 0;
  for (const [callee, spent] of shares.callsOf(fn)) {
    const isMeant = called.has(callee.name.replace(/^.*[.:#]/, '')) || (files.get(callee)?.file === file && isAbout(callee.span));
    if (!isMeant) time -= spent;
  }
  return time;
}

/** A function that is hot elsewhere is not hot on this path. After an `await` nobody knows who called. */
function calledBy({ shares }: Read, caller: Fn | undefined, fn: Fn): number {
  if (caller === undefined || caller.async || fn.async || !shares.inclusive.has(caller)) return Number.POSITIVE_INFINITY;
  const time = shares.called(caller, fn);
  // Something that the path does not show stands in between: a decorator, a library.
  return time === 0 ? Number.POSITIVE_INFINITY : time;
}

/** line_profiler measures the lines of chosen functions, and not how much of the whole these are. */
function onLines({ name, profile, placing }: Read, path: readonly PathFunction[], finding: Finding, { sources }: Sources): Measured | null {
  const fn = path.find(({ file, about }) => file.path === finding.file && about.some((span) => contains(span, finding.span)))?.fn;
  const at = placing.frames.findIndex((placed) => placed?.fn === fn && fn !== undefined);
  const measured = profile.measure.kind === 'lines' ? profile.measure.lines[at] : undefined;
  const text = sources.get(finding.file);
  if (!fn || !measured || text === undefined) return null;
  const lines = linesOf(text);
  const moved = placing.frames[at]?.moved ?? 0;
  const [first, last] = [lines.positionAt(finding.span.start).line, lines.positionAt(finding.span.end).line];
  const sum = (all: typeof measured): number => all.reduce((total, { time }) => total + time, 0);
  const here = measured.filter(({ line }) => first <= line + moved && line + moved <= last);
  if (here.length === 0 || !isTelling(sum(measured), profile)) return null;
  const share = sum(here) / sum(measured);
  const level = share < COLD ? 'cold' : share >= HOT ? 'hot' : 'warm';
  const spent = `${percent(share)} of the time of \`${fn.name}\` in \`${name}\` is spent on ${first === last ? 'this line' : 'these lines'}`;
  return { level, rank: rankOf(level, share), heat: { profile: name, function: fn.name, share: rounded(share), text: spent } };
}

const rankOf = (level: Measured['level'], share: number): number => ({ cold: 0, warm: 1, hot: 2 })[level] + share;
const percent = (share: number): string => (share < COLD ? 'less than 1 %' : `${Math.round(share * 100)} %`);
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
