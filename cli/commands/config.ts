/** `scalelint config FILE`: what holds for a file, and which configuration says so. */
import { createConfigResolver } from '../../engine/config.ts';
import { absolutePath, shownFrom } from '../../engine/paths.ts';
import { painter } from '../report/finding-text.ts';
import { alignColumns } from '../text/markdown.ts';
import type { Context, ExitCode } from './context.ts';
import { oneFile } from './model.ts';

export async function config({ args, io, engine, colors: c }: Context): Promise<ExitCode> {
  const root = absolutePath('.', io.cwd);
  const file = absolutePath(oneFile(args.operands, io.cwd, 'config'), io.cwd);
  const rules = [...(await engine.rules())].sort((a, b) => (a.name < b.name ? -1 : 1));
  const resolver = createConfigResolver({ root, ruleNames: rules.map(({ name }) => name) });
  const found = resolver.configFor(file);

  const lines = [
    `${c.bold('File')}           ${shownFrom(root, file)}`,
    `${c.bold('Configuration')}  ${found.path === null ? 'none: the defaults hold (`scalelint init` writes one)' : shownFrom(root, found.path)}`,
    `${c.bold('Checked')}        ${!found.enabled ? 'no, scalelint is off here' : found.excluded(file) ? 'no, this file is excluded' : 'yes'}`,
  ];
  if (found.knowledge.length > 0) lines.push(`${c.bold('Knowledge')}      ${found.knowledge.map(({ symbol }) => symbol).join(', ')}`);
  const sharded = Object.entries(found.shardKeys);
  if (sharded.length > 0) lines.push(`${c.bold('Shard keys')}     ${sharded.map(([table, column]) => `${table} by ${column}`).join(', ')}`);
  const rows = rules.map(({ name, severity }) => {
    const configured = found.severity(name, file);
    const shown = configured ?? severity;
    return [
      name,
      (shown === 'off' ? c.dim : painter(c, shown))(shown),
      configured === null
        ? c.dim('default, at most')
        : configured === 'off'
          ? `configured (default: ${severity})`
          : `configured, for hints too (default: at most ${severity})`,
    ];
  });
  io.stdout.write(`${lines.join('\n')}\n\n${alignColumns([['rule', 'severity', 'because'], ...rows], c)}\n`);
  for (const { message, level } of resolver.problems) io.stderr.write(`${level === 'note' ? 'note' : 'error'}: ${message}\n`);
  return resolver.problems.some(({ level }) => level !== 'note') ? 2 : 0;
}
