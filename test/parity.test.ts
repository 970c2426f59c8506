/** The language server and the command line give the same findings for the same texts: on every case, and on this repository. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../engine/check.ts';
import { createSession, type FileReport } from '../engine/session.ts';
import type { Finding } from '../model/finding.ts';
import { caseGroups, readCase } from './cases/discover.ts';
import { withProject } from './cases/project.ts';

/** Everything that people see, except the fix: who realises it is the same code. */
const shown = (findings: readonly Finding[]): unknown[] =>
  findings.map(({ file, span, rule, severity, message, growth, evidence, trace }) => ({
    file,
    span,
    rule,
    severity,
    message,
    growth,
    evidence,
    trace,
  }));

async function compare(cwd: string, paths: readonly string[]): Promise<number> {
  const { findings, files } = await check({ cwd, paths });
  const session = createSession({ root: cwd });
  for (const file of files) session.hold(file, readFileSync(file, 'utf8'));
  while (await session.index());
  const reports: FileReport[] = [];
  for (const file of files) reports.push(await session.check(file, 'types'));
  expect(reports.flatMap((report) => shown(report.findings))).toEqual(shown(findings));
  // Once more as while typing: the same text with a blank line in front, and without it again.
  for (const file of files) session.hold(file, `\n${readFileSync(file, 'utf8')}`);
  for (const file of files) await session.check(file, 'types');
  for (const file of files) session.hold(file, readFileSync(file, 'utf8'));
  const again: FileReport[] = [];
  for (const file of files) again.push(await session.check(file, 'syntax'));
  expect(again.flatMap((report) => shown(report.findings))).toEqual(shown(findings));
  return findings.length;
}

describe('of cases', () => {
  for (const { name, paths } of caseGroups()) {
    test(name, { timeout: 300_000 }, async () => {
      let compared = 0;
      for (const path of paths) {
        const { files, packages } = readCase(path);
        compared += await withProject(files, packages, (cwd) => compare(cwd, ['.']));
      }
      expect(compared).toBeGreaterThan(5);
    });
  }
});

const SOURCES = ['package.json', 'tsconfig.json', 'model', 'rules', 'engine', 'cli', 'server', 'languages/typescript/lower'];

// Without the rules' cases, which are most of its files and stand above: every edit asks about all files.
test('of this repository', { timeout: 300_000 }, async () => {
  const repository = resolve(import.meta.dirname, '..');
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'copy-')));
  try {
    for (const name of SOURCES) cpSync(join(repository, name), join(copy, name), { recursive: true, filter: (path) => basename(path) !== 'cases' });
    symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'), 'junction');
    expect(await compare(copy, ['.'])).toBeGreaterThan(5);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
