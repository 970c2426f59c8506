/** Enough Markdown for a rule's page in a terminal: headings, paragraphs, lists, code, tables. Anything else is shown as written. */
import type { Colors } from '../colors.ts';
import { shownWidth, wrap } from './wrap.ts';

export function renderMarkdown(source: string, c: Colors, columns: number): string {
  const width = Math.min(columns, 100);
  const lines = source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .split(/\r?\n/);
  const blocks: string[] = [];
  let i = 0;
  const take = (belongs: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    for (let line = lines[i]; line !== undefined && belongs(line); line = lines[++i]) taken.push(line);
    return taken;
  };

  while (i < lines.length) {
    const line = lines[i] ?? '';
    const heading = /^(#+)\s+(.*)$/.exec(line);
    const [, fence, label] = /^\s*(```+|~~~+)\s*\S*\s*(.*)$/.exec(line) ?? [];
    if (line.trim() === '') {
      i++;
    } else if (fence !== undefined) {
      i++;
      blocks.push(
        codeBlock(
          label ?? '',
          take((text) => text.trim() !== fence),
          c,
        ),
      );
      i++;
    } else if (heading !== null) {
      i++;
      const text = inline(heading[2] ?? '', c);
      blocks.push(heading[1] === '#' ? c.bold(c.underline(text)) : c.bold(text));
    } else if (line.startsWith('|')) {
      blocks.push(
        table(
          take((text) => text.startsWith('|')),
          c,
        ),
      );
    } else if (/^\s*([-*]|\d+\.)\s/.test(line)) {
      blocks.push(
        listItems(
          take((text) => text.trim() !== '' && !/^(#|```|\|)/.test(text)),
          c,
          width,
        ),
      );
    } else if (line.startsWith('>')) {
      const text = take((quoted) => quoted.startsWith('>'))
        .map((quoted) => quoted.replace(/^>\s?/, ''))
        .join(' ');
      blocks.push(`${c.dim('│')} ${wrap(inline(text, c), width - 2, `${c.dim('│')} `)}`);
    } else {
      const text = take((text) => text.trim() !== '' && !/^(#+\s|```|~~~|\||>|\s*([-*]|\d+\.)\s)/.test(text))
        .map((part) => part.trim())
        .join(' ');
      blocks.push(wrap(inline(text, c), width));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

function inline(text: string, c: Colors): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 1
        ? c.cyan(c.isColorSupported ? part.slice(1, -1) : part)
        : part
            .replace(/!?\[([^\]]*)\]\(([^)\s]+)\)/g, (_, label: string, url: string) =>
              /^https?:/.test(url) && label !== url ? `${label} (${url})` : label || url,
            )
            .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => c.bold(strong))
            .replace(/(?<![\w*])[*_]([^*_\s][^*_]*)[*_](?![\w*])/g, (_, emphasis: string) => c.italic(emphasis)),
    )
    .join('');
}

/** `bad`, `good` or `becomes` after the language says how the code is meant. */
function codeBlock(label: string, lines: readonly string[], c: Colors): string {
  const [kind = ''] = label.split(/\s/);
  const paint = kind === 'bad' ? c.red : c.green;
  const title = kind === '' ? [] : [`  ${paint(`${kind === 'bad' ? '✗' : '✓'} ${kind}`)}`];
  return [...title, ...lines.map((line) => `    ${kind === 'bad' ? line : c.green(line)}`.trimEnd())].join('\n');
}

function listItems(lines: readonly string[], c: Colors, width: number): string {
  const items: { indent: number; mark: string; text: string }[] = [];
  for (const line of lines) {
    const [, space = '', mark, text = ''] = /^(\s*)([-*]|\d+\.)\s+(.*)$/.exec(line) ?? [];
    const last = items.at(-1);
    if (mark !== undefined) items.push({ indent: space.length, mark: /\d/.test(mark) ? mark : '•', text });
    else if (last !== undefined) last.text += ` ${line.trim()}`;
  }
  return items
    .map(({ indent, mark, text }) => {
      const lead = ' '.repeat(indent + 2);
      return `${lead}${mark} ${wrap(inline(text, c), width - lead.length - mark.length - 1, ' '.repeat(lead.length + mark.length + 1))}`;
    })
    .join('\n');
}

function table(lines: readonly string[], c: Colors): string {
  const rows = lines
    .filter((line) => !/^\|[\s|:-]+\|?$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.trim().replaceAll('\\|', '|'), c)),
    );
  return alignColumns(rows, c);
}

/** Rows of cells as columns; the first row is the heading. */
export function alignColumns(rows: readonly (readonly string[])[], c: Colors): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, shownWidth(cell));
  return rows
    .map((row, n) => {
      const line = row.map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - shownWidth(cell)))).join('  ');
      return `  ${n === 0 ? c.dim(line) : line}`;
    })
    .join('\n');
}
