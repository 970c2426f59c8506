/** What `--help` prints, for the program and for each command. */

import { product } from '../engine/product.ts';
import type { Colors } from './colors.ts';
import { options } from './options.ts';

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Shown by its own help only. */
  readonly more: string;
}

export const commands: readonly Command[] = [
  {
    name: 'check',
    usage: 'scalelint [check] [PATHS] [OPTIONS]',
    summary: 'find code whose cost grows faster than its input (the default)',
    more: 'PATHS are files and folders; without any, the current folder. Files that git ignores, dependencies and generated code are left out.\n`-` reads standard input, together with --stdin-filename.',
  },
  {
    name: 'explain',
    usage: 'scalelint explain RULE|FILE:LINE',
    summary: 'what a rule finds and why it matters; or all about the finding on a line',
    more: 'RULE: its page; works without a network. `scalelint rules` lists the names.\nFILE:LINE: the path, the sizes, what a fix changes and what it rests on. All of the current folder is read, because callers count.',
  },
  { name: 'rules', usage: 'scalelint rules', summary: 'list all rules', more: '' },
  {
    name: 'model',
    usage: 'scalelint model FILE',
    summary: 'print what scalelint understood of a file',
    more: 'Loops, operations, calls and sizes as the rules see them: the first place to look when a finding is missing or wrong.',
  },
  {
    name: 'init',
    usage: 'scalelint init [PRESET]',
    summary: 'write a commented scalelint.jsonc for this project',
    more: 'PRESET is recommended, the defaults, or strict: hints count as warnings. Never overwrites a configuration; scalelint works without one.',
  },
  { name: 'config', usage: 'scalelint config FILE', summary: 'show the configuration in effect for a file, and where it comes from', more: '' },
  {
    name: 'lsp',
    usage: 'scalelint lsp --stdio',
    summary: 'the language server, for editors',
    more: 'Speaks the Language Server Protocol over standard input and output: findings while you type, quick fixes, hovers.',
  },
];

const exitCodes = `Exit codes
  0  nothing to report
  1  findings (warnings or errors)
  2  wrong usage, wrong configuration or an internal error`;

const examples = `Examples
  scalelint src
  scalelint --diff src                      what would --fix change?
  scalelint --fix src                       apply the safe fixes
  scalelint -f pretty -f sarif=out.sarif    a report for people and one for CI
  scalelint --profile orders.cpuprofile     what is hot first; also of cProfile, py-spy, pprof`;

export function help(c: Colors): string {
  const list = commands.map(({ usage, summary }) => `  ${c.cyan(usage.replace('scalelint ', '').replace(' [OPTIONS]', '').padEnd(23))}  ${summary}`);
  return [
    `${c.bold('scalelint')} ${product.version}: finds code whose cost grows faster than its input, and fixes it.`,
    '',
    `${c.bold('Usage')}  scalelint [COMMAND] [PATHS] [OPTIONS]`,
    '',
    c.bold('Commands'),
    ...list,
    '',
    optionList(c),
    '',
    heading(c, examples),
    '',
    heading(c, exitCodes),
    '',
  ].join('\n');
}

export function commandHelp(command: Command, c: Colors): string {
  const parts = [`${c.bold('Usage')}  ${command.usage}`, '', `${capital(command.summary)}.`];
  if (command.more !== '') parts.push('', command.more);
  if (command.name === 'check') parts.push('', optionList(c), '', heading(c, examples), '', heading(c, exitCodes));
  return `${parts.join('\n')}\n`;
}

function optionList(c: Colors): string {
  const left = ({ short, name, value }: (typeof options)[number]) =>
    `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  const width = Math.max(...options.map((option) => left(option).length));
  const groups = [...new Set(options.map((option) => option.group))];
  return groups
    .map((group) =>
      [
        c.bold(group),
        ...options.filter((option) => option.group === group).map((option) => `  ${c.cyan(left(option).padEnd(width))}  ${option.help}`),
      ].join('\n'),
    )
    .join('\n\n');
}

const heading = (c: Colors, text: string) => text.replace(/^.+/, (first) => c.bold(first));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
