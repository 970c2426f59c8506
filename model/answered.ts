/** Whether a handler has answered before it comes to a call: whoever asked waits for nothing that follows. */
import type { Call, FileModel, Node } from './file.ts';
import { nodesHold } from './within.ts';

const ANSWERS = /^(_?res|resp|response|reply)\b.*\.(send|json|jsonp|end|sendStatus|redirect|sendFile)$/s;

/** Have: response.send('started'); await refresh() */
export function isAfterAnswer(file: FileModel, call: Call): boolean {
  if (file.language !== 'typescript') return false;
  const follows = (nodes: readonly Node[]): boolean => {
    const at = nodes.findIndex((node) => nodesHold([node], call.id));
    if (at < 0) return false;
    if (nodes.slice(0, at).some((node) => node.kind === 'call' && ANSWERS.test(file.calls[node.id]?.text ?? ''))) return true;
    const node = nodes[at];
    return node?.kind === 'loop' ? follows(node.body) : node?.kind === 'branch' && node.arms.some(follows);
  };
  return follows(file.functions[call.fn]?.body ?? []);
}
