/** Tiers, syntax errors, edits during a check and effects on other files, with a session whose answers the test decides. */
import { afterEach, describe, expect, test } from 'vitest';
import type { FileReport, Session, Tier } from '../engine/session.ts';
import type { Finding } from '../model/finding.ts';
import { type Checks, createChecks } from './checks.ts';
import { createDocuments, type OpenFile } from './documents.ts';
import { defaults, type Settings } from './settings.ts';
import { eventually } from './testing/client.ts';

interface World {
  readonly checks: Checks;
  readonly asked: string[];
  readonly checked: string[];
  settings: Settings;
  /** Held until the test lets go. */
  gate: Promise<void>;
  open(name: string, text: string): OpenFile;
  edit(file: OpenFile, old: string, by: string): void;
  /** The code under each finding. */
  shown(file: OpenFile): string[];
}

let running: Checks | undefined;
afterEach(() => running?.dispose());

/** Every `BAD` is a finding; the type tier finds `SLY` too. Text with `{{` does not parse and gives nothing. */
function world(): World {
  const held = new Map<string, string>();
  const documents = createDocuments('utf-16');
  const answer = (path: string, tier: Tier): FileReport => {
    const text = held.get(path) ?? '';
    const broken = text.includes('{{');
    const pattern = tier === 'types' ? /BAD|SLY/g : /BAD/g;
    const findings = broken ? [] : [...text.matchAll(pattern)].map((match) => findingAt(path, match.index));
    return { path, text, tier, findings, suppressed: 0, skipped: null, problems: [], broken, milliseconds: 1 };
  };
  const session: Pick<Session, 'check'> = {
    async check(path, tier) {
      made.asked.push(`${tier} ${path}`);
      const report = answer(path, tier);
      await made.gate;
      return report;
    },
  };
  const checks = createChecks({
    sessionOf: () => session as Session,
    settingsOf: async () => made.settings,
    onStarted: () => {},
    onChecked: ({ file, shown }, tier) => void made.checked.push(`${tier} ${file.path} ${shown.length}`),
    onIdle: () => {},
    onFailure: (error) => {
      throw error;
    },
    idleAfter: 20,
  });
  running = checks;
  const made: World = {
    checks,
    asked: [],
    checked: [],
    settings: defaults,
    gate: Promise.resolve(),
    open(name, text) {
      const file = documents.open({ textDocument: { uri: `file:///${name}`, languageId: 'typescript', version: 1, text } });
      if (file === null) throw new Error('not opened');
      held.set(file.path, text);
      checks.opened(file);
      return file;
    },
    edit(file, old, by) {
      const start = file.text.indexOf(old);
      const range = file.parts[0]?.positions.rangeOf({ start, end: start + old.length });
      const changed = documents.change({ textDocument: { uri: file.uri, version: file.version + 1 }, contentChanges: [{ range, text: by }] });
      held.set(file.path, file.text);
      checks.changed(file, changed?.changes ?? []);
    },
    shown: (file) => checks.stateOf(file.uri)?.shown.map(({ span }) => file.text.slice(span.start, span.end)) ?? [],
  };
  return made;
}

function findingAt(file: string, start: number): Finding {
  const span = { start, end: start + 3 };
  return { rule: 'r', file, span, severity: 'warning', message: '', growth: null, evidence: [], trace: [], fix: null };
}

const idle = (w: World, text: string) =>
  eventually(
    () => w.checked,
    (all) => all.includes(text),
    2000,
  );

describe('two tiers', () => {
  test('syntax at once, types when it is quiet', async () => {
    const w = world();
    const file = w.open('a.ts', 'BAD SLY');
    await w.checks.settled(file.uri);
    expect(w.shown(file)).toEqual(['BAD']);
    await idle(w, 'types /a.ts 2');
    expect(w.shown(file)).toEqual(['BAD', 'SLY']);
    expect(w.asked).toEqual(['syntax /a.ts', 'types /a.ts']);
  });

  test('what is confirmed is not asked again', async () => {
    const w = world();
    const file = w.open('a.ts', 'BAD');
    await idle(w, 'types /a.ts 1');
    const { length } = w.asked;
    await w.checks.settled(file.uri);
    expect(w.asked).toHaveLength(length);
  });
});

describe('edits', () => {
  test('move findings at once and drop those that they touch', async () => {
    const w = world();
    const file = w.open('a.ts', 'x BAD y BAD');
    await w.checks.settled(file.uri);
    w.edit(file, 'x', 'longer');
    expect(w.shown(file)).toEqual(['BAD', 'BAD']);
    w.edit(file, 'BAD', 'BxD');
    expect(w.shown(file)).toEqual(['BAD']);
  });

  test('during a check move what it reports, and it is not taken for the new text', async () => {
    const w = world();
    let open = (): void => {};
    w.gate = new Promise((resolve) => {
      open = resolve;
    });
    const file = w.open('a.ts', 'x BAD');
    const settled = w.checks.settled(file.uri);
    await eventually(
      () => w.asked.length,
      (n) => n === 1,
    );
    w.edit(file, 'x', 'longer');
    open();
    await settled;
    expect(w.shown(file)).toEqual(['BAD']);
    expect(w.checks.stateOf(file.uri)?.fresh).toBe(false);
    await w.checks.settled(file.uri);
    expect(w.checks.stateOf(file.uri)?.fresh).toBe(true);
    expect(w.asked.slice(0, 2)).toEqual(['syntax /a.ts', 'syntax /a.ts']);
  });

  test('that come fast are checked once', async () => {
    const w = world();
    const file = w.open('a.ts', 'n0 BAD');
    for (let i = 0; i < 200; i++) {
      w.edit(file, `n${i}`, `n${i + 1}`);
      void w.checks.settled(file.uri);
    }
    await w.checks.settled(file.uri);
    expect(w.shown(file)).toEqual(['BAD']);
    expect(w.asked.length).toBeLessThan(10);
  });
});

describe('a text that does not parse', () => {
  test('keeps the findings from before, moved, and offers no fix for them', async () => {
    const w = world();
    const file = w.open('a.ts', 'x BAD');
    await w.checks.settled(file.uri);
    w.edit(file, 'x', '{{');
    await idle(w, 'types /a.ts 1');
    expect(w.shown(file)).toEqual(['BAD']);
    expect(w.checks.stateOf(file.uri)).toMatchObject({ fresh: false, facts: { broken: true } });
    w.edit(file, '{{ BAD', 'fine');
    await w.checks.settled(file.uri);
    expect(w.shown(file)).toEqual([]);
    expect(w.checked.filter((one) => one.endsWith(' 0'))).toHaveLength(1);
  });

  test('from the start has what could be found', async () => {
    const w = world();
    const file = w.open('a.ts', '{{ BAD');
    await w.checks.settled(file.uri);
    expect(w.shown(file)).toEqual([]);
    w.edit(file, '{{', 'x');
    await w.checks.settled(file.uri);
    expect(w.shown(file)).toEqual(['BAD']);
  });
});

describe('other files', () => {
  test('are confirmed after the edited one', async () => {
    const w = world();
    const a = w.open('a.ts', 'BAD');
    w.open('b.ts', 'BAD');
    await idle(w, 'types /b.ts 1');
    w.asked.length = 0;
    w.edit(a, 'BAD', 'BAD BAD');
    await eventually(
      () => w.asked,
      (asked) => asked.length === 2,
    );
    expect(w.asked).toEqual(['types /a.ts', 'types /b.ts']);
  });

  test('have no fixes to offer until then', async () => {
    const w = world();
    const a = w.open('a.ts', 'BAD');
    const b = w.open('b.ts', 'BAD');
    await idle(w, 'types /b.ts 1');
    w.edit(a, 'BAD', 'ok');
    expect(w.checks.stateOf(b.uri)?.fresh).toBe(false);
    await eventually(
      () => w.checks.stateOf(b.uri)?.fresh,
      (fresh) => fresh === true,
    );
  });

  test('are forgotten when they are closed', async () => {
    const w = world();
    const file = w.open('a.ts', 'BAD');
    const settled = w.checks.settled(file.uri);
    w.checks.closed(file);
    await settled;
    expect(w.checks.stateOf(file.uri)).toBeNull();
    expect(w.checked).toEqual([]);
  });
});

describe('settings', () => {
  test('on save: edits move findings, saving checks', async () => {
    const w = world();
    w.settings = { ...defaults, run: 'onSave' };
    const file = w.open('a.ts', 'BAD');
    await w.checks.settled(file.uri);
    w.edit(file, 'BAD', 'BAD BAD');
    await w.checks.settled(file.uri);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(w.shown(file)).toEqual(['BAD']);
    w.checks.saved(file);
    await w.checks.settled(file.uri);
    expect(w.shown(file)).toEqual(['BAD', 'BAD']);
  });

  test('off: nothing is shown, and nothing asked', async () => {
    const w = world();
    const file = w.open('a.ts', 'BAD');
    await idle(w, 'types /a.ts 1');
    w.asked.length = 0;
    w.settings = { ...defaults, enable: false };
    w.checks.worldChanged();
    await idle(w, 'types /a.ts 0');
    expect(w.shown(file)).toEqual([]);
    expect(w.asked).toEqual([]);
  });
});
