/**
 * What is known about each open file, and when it is asked again.
 *
 * Each edit moves the known findings with their code and drops those whose code it touches. The syntax tier answers for the new text at
 * once; after a moment without edits the type tier confirms, first for the edited files, then for all others that are open:
 * they may call what was edited. While a text does not parse, the findings from before stay.
 */
import type { FileReport, Session, Tier } from '../engine/session.ts';
import type { Span } from '../model/file.ts';
import type { Finding, TraceStep } from '../model/finding.ts';
import type { OpenFile } from './documents.ts';
import { createQueue } from './queue.ts';
import type { Settings } from './settings.ts';
import { type Change, shift } from './shift.ts';

/** A finding where it is in the texts as they are now. */
export interface Shown {
  /** As the session gave it: what it can fix. */
  readonly finding: Finding;
  readonly span: Span;
  readonly trace: readonly TraceStep[];
}

export type Facts = Pick<FileReport, 'tier' | 'skipped' | 'problems' | 'broken' | 'milliseconds' | 'suppressed'>;

export interface FileState {
  readonly file: OpenFile;
  readonly shown: readonly Shown[];
  /** The findings are those of all texts as they are: they can be fixed. */
  readonly fresh: boolean;
  /** Of the last check; null before the first. */
  readonly facts: Facts | null;
}

export interface Checks {
  opened(file: OpenFile): void;
  changed(file: OpenFile, changes: readonly Change[]): void;
  saved(file: OpenFile): void;
  closed(file: OpenFile): void;
  /** Something that findings depend on is different: files on disk, a configuration, a setting. */
  worldChanged(): void;
  /** Resolves when the findings are no older than the text, as far as the settings want that. */
  settled(uri: string): Promise<void>;
  /** Waits until the findings are those of all texts as they are; false when that cannot be: the text does not parse, is not saved, or was closed. */
  fresh(uri: string): Promise<boolean>;
  stateOf(uri: string): FileState | null;
  states(): readonly FileState[];
  dispose(): void;
}

export interface ChecksOptions {
  readonly sessionOf: (path: string) => Session;
  readonly settingsOf: (path: string) => Promise<Settings>;
  readonly onChecked: (state: FileState, tier: Tier) => void;
  readonly onStarted: (state: FileState, tier: Tier) => void;
  /** All that is open is confirmed. */
  readonly onIdle: () => void;
  readonly onFailure: (error: unknown) => void;
  readonly idleAfter?: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Kept extends Mutable<Omit<FileState, 'fresh'>> {
  readonly fresh: boolean;
  /** The findings come from a check of the text as it is. */
  current: boolean;
  checked: { readonly version: number; readonly tier: Tier; readonly world: number } | null;
  /** Something was found out while the text parsed: that is kept while it does not. */
  parsedOnce: boolean;
  unsaved: boolean;
}

const rank: Readonly<Record<Tier, number>> = { syntax: 0, types: 1 };
const urgent = 0;
const confirmEdited = 1;
const confirmOthers = 2;

export function createChecks(options: ChecksOptions): Checks {
  const { sessionOf, settingsOf, onChecked, onStarted, onIdle, onFailure, idleAfter = 150 } = options;
  const states = new Map<string, Kept>();
  const queue = createQueue(onFailure);
  const edited = new Set<string>();
  /** Edits that were made while a check was under way: its report does not know them. */
  let meanwhile: { readonly path: string; readonly change: Change }[] = [];
  let world = 0;
  let timer: NodeJS.Timeout | undefined;

  async function check(state: Kept, tier: Tier): Promise<void> {
    const { file } = state;
    const settings = await settingsOf(file.path);
    if (!isOpen(state) || isKnown(state, tier)) return;
    if (!settings.enable) {
      state.shown = [];
      state.current = false;
      state.facts = null;
      state.checked = { version: file.version, tier, world };
      onChecked(state, tier);
      return;
    }
    const before = { version: file.version, text: file.text, world };
    meanwhile = [];
    onStarted(state, tier);
    const report = await sessionOf(file.path).check(file.path, tier);
    if (!isOpen(state)) return;
    // A session may already have read an edit that came while it worked; what is neither is of no use.
    const isCurrent = report.text === file.text;
    if (!isCurrent && report.text !== before.text) return void enqueue(state, tier, urgent);
    take(state, report, isCurrent ? [] : meanwhile);
    state.checked = { version: isCurrent ? file.version : before.version, tier, world: before.world };
    onChecked(state, tier);
  }

  function take(state: Kept, report: FileReport, since: readonly { readonly path: string; readonly change: Change }[]): void {
    state.facts = report;
    if (report.broken && state.parsedOnce) {
      state.current = false;
      return;
    }
    let shown: readonly Shown[] = report.findings.map((finding) => ({ finding, span: finding.span, trace: finding.trace }));
    for (const { path, change } of since) shown = moved(shown, path, change);
    state.shown = shown;
    state.current = !since.some(({ path }) => path === state.file.path);
    state.parsedOnce ||= !report.broken;
  }

  const isOpen = (state: Kept): boolean => states.get(state.file.uri) === state;

  /** For the syntax tier the text alone counts: what changed elsewhere is confirmed when it is quiet. */
  function isKnown({ checked, file }: Kept, tier: Tier): boolean {
    if (checked === null || checked.version !== file.version || rank[checked.tier] < rank[tier]) return false;
    return tier === 'syntax' || checked.world === world;
  }

  function enqueue(state: Kept, tier: Tier, priority: number): Promise<void> {
    return queue.add(`${tier} ${state.file.uri}`, priority, () => check(state, tier));
  }

  async function settled(uri: string): Promise<void> {
    const state = states.get(uri);
    if (state === undefined || isKnown(state, 'syntax')) return;
    const { run } = await settingsOf(state.file.path);
    if (run === 'onSave' && state.checked !== null && state.unsaved) return;
    await enqueue(state, 'syntax', urgent);
  }

  function confirmSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void confirm().catch(onFailure), idleAfter);
  }

  async function confirm(): Promise<void> {
    const first = new Set(edited);
    edited.clear();
    const wanted: Kept[] = [];
    for (const state of states.values()) {
      const { run } = await settingsOf(state.file.path);
      if (run === 'onType' || !state.unsaved) wanted.push(state);
      else if (first.has(state.file.uri)) edited.add(state.file.uri);
    }
    await Promise.all(wanted.map((state) => enqueue(state, 'types', first.has(state.file.uri) ? confirmEdited : confirmOthers)));
    onIdle();
  }

  return {
    opened(file) {
      states.set(file.uri, {
        file,
        shown: [],
        facts: null,
        current: false,
        checked: null,
        parsedOnce: false,
        unsaved: false,
        get fresh() {
          return this.current && this.checked?.world === world;
        },
      });
      edited.add(file.uri);
      confirmSoon();
    },
    changed(file, changes) {
      world++;
      for (const change of changes) {
        meanwhile.push({ path: file.path, change });
        for (const state of states.values()) state.shown = moved(state.shown, file.path, change);
      }
      const state = states.get(file.uri);
      if (state !== undefined) {
        state.unsaved = true;
        state.current = false;
      }
      edited.add(file.uri);
      confirmSoon();
    },
    saved(file) {
      const state = states.get(file.uri);
      if (state === undefined) return;
      state.unsaved = false;
      confirmSoon();
    },
    closed(file) {
      states.delete(file.uri);
      edited.delete(file.uri);
      for (const tier of ['syntax', 'types']) queue.drop(`${tier} ${file.uri}`);
      world++;
      confirmSoon();
    },
    worldChanged() {
      world++;
      confirmSoon();
    },
    settled,
    async fresh(uri) {
      await settled(uri);
      const state = states.get(uri);
      if (state?.current && !state.fresh) await enqueue(state, 'types', urgent);
      return states.get(uri)?.fresh === true;
    },
    stateOf: (uri) => states.get(uri) ?? null,
    states: () => [...states.values()],
    dispose: () => clearTimeout(timer),
  };
}

/** Findings whose own code is touched are gone; steps of the path that are touched are left out. */
function moved(shown: readonly Shown[], path: string, change: Change): readonly Shown[] {
  return shown.flatMap((one) => {
    const span = one.finding.file === path ? shift(one.span, change) : one.span;
    if (span === null) return [];
    const trace = one.trace.flatMap((step) => {
      const at = step.file === path ? shift(step.span, change) : step.span;
      return at === null ? [] : [{ ...step, span: at }];
    });
    return [{ finding: one.finding, span, trace }];
  });
}
