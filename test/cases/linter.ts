/**
 * The one place where the harness touches the engine: everything else in it speaks of findings by file name and line.
 */
import { planFixes } from '../../engine/apply-edits.ts';
import { check } from '../../engine/check.ts';
import { scopesOf } from '../../engine/scopes.ts';
import type { Finding, Fix, Refusal } from '../../model/finding.ts';
import type { Found } from './found.ts';
import type { ProjectFile } from './project.ts';
import { withProject } from './project.ts';

export interface Linted {
  readonly found: readonly Found[];
  /** Things that went wrong inside the engine. */
  readonly problems: readonly string[];
  /** The folder that paths in fixes begin with; it no longer exists. */
  readonly folder: string;
}

export async function lint(files: readonly ProjectFile[], packages: readonly string[]): Promise<Linted> {
  return withProject(files, packages, async (folder) => {
    const result = await check({ cwd: folder, paths: ['.'] });
    const found: Found[] = [];
    for (const finding of result.findings) {
      const file = relative(finding.file, folder);
      const text = files.find((each) => each.name === file)?.text ?? '';
      found.push({
        rule: finding.rule,
        file,
        line: lineOf(text, finding.span.start),
        severity: finding.severity === 'info' ? 'hint' : 'warning',
        message: finding.message,
        growth: finding.growth,
        evidence: finding.evidence,
        fix: await fixOf(finding, (each) => result.fix(each)),
      });
    }
    const problems = result.problems.filter((problem) => problem.level !== 'note').map((problem) => problem.message);
    return { found, problems, folder };
  });
}

async function fixOf(finding: Finding, ask: (finding: Finding) => Promise<Fix | Refusal>): Promise<Fix | Refusal | null> {
  return finding.fix ? await ask(finding) : null;
}

/** Files after these fixes; those that conflict with an earlier one are left for the next pass. */
export function fixedFiles(files: readonly ProjectFile[], fixes: readonly Fix[], folder: string): ProjectFile[] {
  const textOf = (path: string): string | null => files.find((file) => `${folder}/${file.name}` === path)?.text ?? null;
  const { texts } = planFixes(fixes, textOf, scopesOf(textOf));
  return files.map((file) => ({ name: file.name, text: texts.get(`${folder}/${file.name}`) ?? file.text }));
}

export function relative(path: string, folder: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

export function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
