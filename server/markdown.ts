/**
 * Text for hovers, in Markdown or plain. Messages and evidence hold the user's own code, which must never turn into markup, a
 * link or a command.
 */

export interface Markup {
  /** A message whose code stands in back-ticks. */
  message(text: string): string;
  /** Words that are ours; escaped all the same. */
  text(words: string): string;
  bold(words: string): string;
  code(text: string): string;
  link(label: string, target: string): string;
  table(head: readonly string[], rows: readonly (readonly string[])[]): string;
  list(items: readonly string[]): string;
  /** Each begins a line, without a bullet. */
  lines(items: readonly string[]): string;
}

export const markdown: Markup = {
  message: (text) => inCode(text, (code) => markdown.code(code), escapeMarkdown),
  text: escapeMarkdown,
  bold: (words) => `**${escapeMarkdown(words)}**`,
  code(text) {
    // A fence longer than any run of back-ticks inside; blanks keep back-ticks at the ends apart from it.
    const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    const pad = /^`|`$/.test(text) ? ' ' : '';
    return fence + pad + oneLine(text) + pad + fence;
  },
  link: (label, target) => `[${escapeMarkdown(label)}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`,
  table: (head, rows) => [head, head.map(() => '--:'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  lines: (items) => items.join('  \n'),
};

export const plainText: Markup = {
  message: oneLine,
  text: oneLine,
  bold: oneLine,
  code: oneLine,
  link: (label, target) => `${oneLine(label)} (${target})`,
  table(head, rows) {
    const all = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    return all.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('   ')).join('\n');
  },
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  lines: (items) => items.join('\n'),
};

function inCode(text: string, code: (text: string) => string, other: (text: string) => string): string {
  return text.replace(/`([^`]*)`|[^`]+|`/g, (whole, inside: string | undefined) => (inside === undefined ? other(whole) : code(inside)));
}

/** Everything that begins markup, HTML or an entity, and at the start what begins a list. */
function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#|<>~!&$]|^[-+]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
