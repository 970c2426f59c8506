/** `scalelint rules`: every rule in one line each. */
import { painter } from '../report/finding-text.ts';
import { alignColumns } from '../text/markdown.ts';
import { shownWidth, wrap } from '../text/wrap.ts';
import type { Context, ExitCode } from './context.ts';

export async function listRules({ io, engine, colors: c }: Context): Promise<ExitCode> {
  const rules = [...(await engine.rules())].sort((a, b) => (a.name < b.name ? -1 : 1));
  const nameWidth = Math.max(4, ...rules.map(({ name }) => name.length));
  const indent = 2 + nameWidth + 2 + 8 + 2 + 9 + 2;
  const width = io.columns === undefined ? Number.POSITIVE_INFINITY : Math.max(30, io.columns - indent);
  const rows = rules.map(({ name, severity, fixes, summary }) => [
    name.padEnd(nameWidth),
    padded(painter(c, severity)(severity), 8),
    (fixes === 'never' ? '' : 'sometimes').padEnd(9),
    wrap(summary, width, ' '.repeat(indent)),
  ]);
  io.stdout.write(`${alignColumns([['rule', 'severity', 'fixes', 'finds'], ...rows], c)}\n\n`);
  io.stdout.write(c.dim('scalelint explain RULE tells more about one.\n'));
  return 0;
}

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - shownWidth(text)));
