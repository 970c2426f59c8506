/**
 * V8's CPU profiles: `.cpuprofile` of `node --cpu-prof` and of Chrome's developer tools, and the same in the chunks of a Chrome trace.
 *
 * A profile is a tree of calls, the node of each sample, and the microseconds before it. Lines and columns are zero-based, and a function begins
 * where its parameters do. The shape is that of `Profiler.Profile` in the Chrome DevTools Protocol.
 */
import { isObject, type Json, type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import { type Profile, ProfileError, profileOfStacks, type StackTree, stackTree } from './profile.ts';

export function readCpuProfile(profile: JsonObject): Profile {
  const tree = stackTree();
  addRun(tree, {
    nodes: listOf(profile.nodes, 'nodes'),
    samples: Array.isArray(profile.samples) ? profile.samples : [],
    deltas: Array.isArray(profile.timeDeltas) ? profile.timeDeltas : [],
    start: numberOf(profile.startTime ?? 0, 'times'),
    end: numberOf(profile.endTime ?? 0, 'times'),
  });
  return profileOfStacks(tree, 'V8 CPU profile', 'seconds');
}

/** Events of several threads stand in one trace, and of each thread's profile only what is new since the last chunk. */
export function readChromeTrace(events: readonly Json[]): Profile {
  const runs = new Map<string, { nodes: Json[]; samples: Json[]; deltas: Json[]; start: number; end: number }>();
  for (const event of events) {
    if (!isObject(event) || (event.name !== 'ProfileChunk' && event.name !== 'Profile')) continue;
    const key = `${textOf(event.id)} ${String(event.pid)}`;
    const run = runs.get(key) ?? { nodes: [], samples: [], deltas: [], start: 0, end: 0 };
    runs.set(key, run);
    const data = objectOf(objectOf(event.args, 'events').data, 'events');
    if (typeof data.startTime === 'number') run.start = data.startTime;
    if (typeof data.endTime === 'number') run.end = data.endTime;
    const chunk = isObject(data.cpuProfile) ? data.cpuProfile : {};
    for (const [list, part] of [
      [run.nodes, chunk.nodes],
      [run.samples, chunk.samples],
      [run.deltas, data.timeDeltas ?? chunk.timeDeltas],
    ] as const)
      if (Array.isArray(part)) for (const one of part) list.push(one);
  }
  if (runs.size === 0) throw new ProfileError('is a Chrome trace without a CPU profile: record with the JavaScript samples switched on');
  const tree = stackTree();
  for (const run of runs.values()) addRun(tree, run);
  return profileOfStacks(tree, 'Chrome trace', 'seconds');
}

interface Run {
  readonly nodes: readonly Json[];
  /** Ids of nodes. */
  readonly samples: readonly Json[];
  /** Microseconds since the sample before, or since `start`. */
  readonly deltas: readonly Json[];
  readonly start: number;
  readonly end: number;
}

function addRun(tree: StackTree, run: Run): void {
  const parents = new Map<Json, Json>();
  const byId = new Map<Json, JsonObject>();
  for (const each of run.nodes) {
    const node = objectOf(each, 'nodes');
    const id = numberOf(node.id, 'nodes');
    byId.set(id, node);
    if (typeof node.parent === 'number') parents.set(id, node.parent);
    if (Array.isArray(node.children)) for (const child of node.children) parents.set(child, id);
  }
  const placed = new Map<Json, number>();
  const place = (id: Json): number => {
    // A stack may be deeper than ours can be: the way up is collected, then walked down.
    const way: Json[] = [];
    let at: Json | undefined = id;
    while (at !== undefined && !placed.has(at)) {
      if (way.length > byId.size) throw new ProfileError('has calls that call themselves in a circle');
      way.push(at);
      at = parents.get(at);
    }
    let node = at === undefined ? -1 : (placed.get(at) ?? -1);
    for (const each of way.reverse()) {
      const call = byId.get(each);
      if (call === undefined) throw new ProfileError('has samples of calls that it does not list');
      node = tree.node(frameOf(tree, objectOf(call.callFrame, 'call frames')), node);
      placed.set(each, node);
    }
    return node;
  };
  if (run.samples.length > 0 && run.deltas.length > 0) {
    // A sample lasts until the next one.
    let time = run.start + numberOf(run.deltas[0], 'times');
    for (const [i, id] of run.samples.entries()) {
      const delta = run.deltas[i + 1];
      const lasts = delta === undefined ? run.end - time : numberOf(delta, 'times');
      time += lasts;
      // Clocks of several cores differ; and the end of a trace is not always known.
      tree.spend(place(id), Math.max(0, lasts) / 1e6);
    }
    return;
  }
  const hits = (node: JsonObject): number => (typeof node.hitCount === 'number' ? Math.max(0, node.hitCount) : 0);
  const total = [...byId.values()].reduce((sum, node) => sum + hits(node), 0);
  for (const [id, node] of byId) if (hits(node) > 0) tree.spend(place(id), (hits(node) / total) * (Math.max(0, run.end - run.start) / 1e6));
}

function frameOf(tree: StackTree, call: JsonObject): number {
  const name = textOf(call.functionName);
  const file = textOf(call.url);
  const line = oneBased(call.lineNumber);
  const column = oneBased(call.columnNumber);
  return tree.frame(`${name}\n${file}\n${line}\n${column}`, { name: name === '(anonymous)' ? '' : name, file, line, column });
}

function oneBased(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value + 1 : null;
}
