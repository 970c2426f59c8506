/** Loops that cannot be spared, or whose iterations already work on many elements each. */
import type { FileModel, Loop } from './file.ts';

const CHUNKS = /chunk|batch|page|slice|partition|bucket|group/i;

/** `for message in pubsub.listen()`: whoever waits for the next one cannot ask for all. */
export function isStream(file: FileModel, loop: Loop): boolean {
  const call = loop.over?.root.kind === 'call' && loop.over.path.length === 0 ? file.calls[loop.over.root.call] : undefined;
  return /^(listen|subscribe|consume|iter_events|watch|tail|follow|iter_messages|get_message)$/.test(call?.member ?? '');
}

/** Each iteration already works on many. */
export function isChunked(file: FileModel, loop: Loop): boolean {
  if (loop.step === 'chunk' || loop.step === 'halving') return true;
  const made = loop.over?.root.kind === 'binding' && loop.over.path.length === 0 ? file.bindings[loop.over.root.binding]?.init : loop.over;
  const over = made?.root.kind === 'call' ? file.calls[made.root.call] : undefined;
  if (over && CHUNKS.test(over.member ?? over.text) && over.member !== 'slice') return true;
  return loop.elements.some((id) => /^(chunk|batch|page|slice|part)(s|Ids|Items)?$|(Chunk|Batch|Page)$/.test(file.bindings[id]?.name ?? ''));
}
