/** How loops and functions grow, at the ends of their lines. Off unless somebody wants it; a line end shifts no text. */
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver/node';
import type { GrowthHint } from '../engine/session.ts';
import { type App, settingsNow } from './app.ts';
import type { OpenFile } from './documents.ts';
import { type Part, partAt } from './parts.ts';

/** In one of the documents that hold a file's text. */
export async function growthHints(app: App, file: OpenFile, part: Part, range: Range | null): Promise<InlayHint[]> {
  const { growthHints: wanted, enable } = settingsNow(app, file.path);
  if (wanted === 'off' || !enable) return [];
  const { version } = file;
  const all = await app.sessions.of(file.path).session.growthOf(file.path);
  if (file.version !== version) return [];
  const perLine = new Map<number, InlayHint>();
  for (const hint of [...all].sort((a, b) => a.start - b.start)) {
    if ((hint.kind === 'function' && wanted !== 'all') || partAt(file, hint) !== part) continue;
    const { positions } = part;
    const { line } = positions.positionAt(hint.end - part.start);
    if (range !== null && (line < range.start.line || line > range.end.line)) continue;
    const known = perLine.get(line);
    // A function of one line has its loop on the same one: one label is enough if both grow alike.
    if (known !== undefined && known.label === hint.bound) continue;
    const label = known === undefined ? hint.bound : `${String(known.label)} · ${hint.bound}`;
    const tooltip = known === undefined ? explained(hint) : `${String(known.tooltip)}\n${explained(hint)}`;
    const position = positions.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    perLine.set(line, { position: positions.positionAt(position), label, tooltip, kind: InlayHintKind.Type, paddingLeft: true });
  }
  return [...perLine.values()];
}

function explained({ kind, bound }: GrowthHint): string {
  return `The work of this ${kind} grows as ${bound}.`;
}
