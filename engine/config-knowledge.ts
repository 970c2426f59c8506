/**
 * Turns what a configuration says about calls into rows of the knowledge table.
 *
 * A module that begins with `./` or `../` is a file of the project: its row's symbol holds the file's absolute path without
 * its extension, `/home/x/shop/src/db#query`. Whoever looks rows up compares it with the path of the declaring file
 * without extension, and with that path without a final `/index` or `/__init__`.
 */
import type { KnowledgeRow } from '../model/knowledge.ts';
import type { ConfigKnowledge } from './config-schema.ts';
import { resolveRelative } from './paths.ts';

/** `folder` is that of the file in which the entry stands. */
export function knowledgeRow(entry: ConfigKnowledge, folder: string): KnowledgeRow {
  const hash = entry.call.lastIndexOf('#');
  const module = entry.call.slice(0, hash);
  const member = entry.call.slice(hash + 1);
  const file = resolveRelative(folder, module);
  const name = file === null ? module.replace(/^node:/, '') : file.replace(/\.(?:[cm]?[jt]sx?|py)$/, '');
  return {
    symbol: `${name}#${member}`,
    op: {
      kind: entry.effect,
      ...(entry.access && { access: entry.access }),
      ...(entry.weight && { weight: entry.weight }),
      ...(ofItsArgument.has(entry.effect) && { on: 0 }),
    },
  };
}

/** These cost as much as their first argument is long. */
const ofItsArgument = new Set(['scan', 'copy', 'sort', 'shift']);
