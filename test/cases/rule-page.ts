/** Reads a rule.md: its headings, its sections, and the fenced blocks that say of themselves what they are (`ts bad with=express`). */

export interface Block {
  readonly extension: string;
  readonly role: 'bad' | 'good' | 'becomes';
  readonly packages: readonly string[];
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

export interface RulePage {
  readonly title: string | null;
  readonly headings: readonly string[];
  readonly sections: ReadonlyMap<string, string>;
  readonly blocks: readonly Block[];
}

/** Languages that pages call by their name. */
const EXTENSION = new Map([['python', 'py']]);

const FENCE = /^```(\w+) (bad|good|becomes)(?: with=(\S+))?\s*$/;

export function readRulePage(text: string): RulePage {
  const headings: string[] = [];
  const sections = new Map<string, string>();
  const blocks: Block[] = [];
  let title: string | null = null;
  let inside: { fence: RegExpExecArray | null; lines: string[]; line: number } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const heading = headings.at(-1);
    if (heading !== undefined && !line.startsWith('## ')) sections.set(heading, `${sections.get(heading) ?? ''}${line}\n`);
    if (inside && line.startsWith('```')) {
      const [, extension, role, packages] = inside.fence ?? [];
      if (extension && role) {
        blocks.push({
          extension: EXTENSION.get(extension) ?? extension,
          role: role as Block['role'],
          packages: packages?.split(',') ?? [],
          text: `${inside.lines.join('\n')}\n`,
          line: inside.line,
        });
      }
      inside = null;
    } else if (inside) inside.lines.push(line);
    else if (line.startsWith('```')) inside = { fence: FENCE.exec(line), lines: [], line: index + 1 };
    else if (line.startsWith('## ')) headings.push(line.slice(3).trim());
    else if (line.startsWith('# ')) title ??= line.slice(2).replaceAll('`', '').trim();
  }
  return { title, headings, sections, blocks };
}
