/**
 * Speedscope's JSON, which py-spy (`--format speedscope`), rbspy and many others write. The shape is that of
 * https://www.speedscope.app/file-format-schema.json. Lines are one-based; py-spy gives the line that ran, not where the function begins.
 */
import { isObject, type JsonObject, lineOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { type Profile, ProfileError, profileOfStacks, type StackTree, stackTree } from './profile.ts';

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['nanoseconds', 1e-9],
  ['microseconds', 1e-6],
  ['milliseconds', 1e-3],
  ['seconds', 1],
]);

export function readSpeedscope(root: JsonObject): Profile {
  const frames = listOf(objectOf(root.shared, 'frames').frames, 'frames').map((each) => objectOf(each, 'frames'));
  const threads = listOf(root.profiles, 'profiles').map((each) => objectOf(each, 'profiles'));
  const units = new Set(threads.map(({ unit }) => textOf(unit)));
  if (units.has('bytes')) throw new ProfileError('measures memory, not time');
  const timed = threads.length > 0 && [...units].every((unit) => SECONDS.has(unit));
  const tree = stackTree();
  const frameAt = (index: number): number => {
    const frame = frames[index];
    if (frame === undefined) throw new ProfileError('has samples of frames that it does not list');
    const [name, file, line] = [textOf(frame.name), textOf(frame.file), lineOf(frame.line)];
    // A column alone would mean that the function begins there, which the format does not promise.
    return tree.frame(`${name}\n${file}\n${line}`, { name: name === '(anonymous)' ? '' : name, file, line, column: null });
  };
  for (const thread of threads) {
    const factor = timed ? (SECONDS.get(textOf(thread.unit)) ?? 1) : 1;
    const spend = (node: number, time: number): void => tree.spend(node, Math.max(0, time) * factor);
    if (thread.type === 'evented') replay(thread, tree, frameAt, spend);
    else sample(thread, tree, frameAt, spend);
  }
  return profileOfStacks(tree, 'speedscope profile', timed ? 'seconds' : 'samples');
}

type FrameAt = (index: number) => number;
type Spend = (node: number, time: number) => void;

function sample(thread: JsonObject, tree: StackTree, frameAt: FrameAt, spend: Spend): void {
  const samples = listOf(thread.samples, 'samples');
  const weights = listOf(thread.weights ?? samples.map(() => 1), 'weights');
  for (const [i, stack] of samples.entries()) {
    let node = -1;
    for (const index of listOf(stack, 'samples')) node = tree.node(frameAt(numberOf(index, 'samples')), node);
    spend(node, numberOf(weights[i], 'weights'));
  }
}

/** Functions are entered and left; between two events time passes in the one on top. */
function replay(thread: JsonObject, tree: StackTree, frameAt: FrameAt, spend: Spend): void {
  const stack: { node: number; frame: number }[] = [];
  let last = numberOf(thread.startValue ?? 0, 'times');
  for (const each of listOf(thread.events, 'events')) {
    if (!isObject(each)) throw new ProfileError('has no events where they belong');
    const at = numberOf(each.at, 'times');
    const top = stack.at(-1);
    if (top !== undefined) spend(top.node, at - last);
    last = at;
    const frame = frameAt(numberOf(each.frame, 'events'));
    if (each.type === 'O') stack.push({ frame, node: tree.node(frame, top?.node ?? -1) });
    else if (top?.frame === frame) stack.pop();
    else throw new ProfileError('leaves a function that it is not in');
  }
}
