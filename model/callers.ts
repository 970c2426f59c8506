/** Who calls a function: the call graph's edges backwards. */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn } from './file.ts';
import { noteFile } from './memory.ts';
import { allFiles, memo, type Program } from './program.ts';

export interface Caller {
  readonly file: FileModel;
  readonly call: Call;
}

export function callersOf(program: Program, fn: Fn): readonly Caller[] {
  const callers = callGraph(program).get(fn) ?? [];
  for (const { file } of callers) noteFile(program.memory, file.path);
  return callers;
}

/** Every call of a function, where the code shows them all: it cannot be reached from elsewhere, nor is it handed on as a value. */
export function allCallersOf(program: Program, file: FileModel, fn: Fn): readonly Caller[] | null {
  const callers = callersOf(program, fn);
  return callers.length > 0 && isReachableByNameOnly(file, fn) ? callers : null;
}

function isReachableByNameOnly(file: FileModel, fn: Fn): boolean {
  const owner = fn.class === null ? undefined : file.classes[fn.class];
  if (owner) return owner.methods.some((m) => m.fn === fn.id && m.private);
  const binding = file.bindings.find((b) => b.function === fn.id);
  return binding !== undefined && !binding.exported && binding.uses.every((u) => u.kind === 'call');
}

/** The graph of all files, kept from one revision to the next: only the edges of files whose calls changed are drawn anew. */
interface Graph {
  readonly callers: Map<Fn, Caller[]>;
  readonly edges: Map<string, readonly Edge[]>;
}

interface Edge {
  readonly target: Fn;
  readonly caller: Caller;
}

const graphs = new WeakMap<object, Graph>();

function callGraph(program: Program): ReadonlyMap<Fn, Caller[]> {
  return memo<object, ReadonlyMap<Fn, Caller[]>>(program, 'callers', program.files, new Map(), () => {
    const graph = graphs.get(program.memory.answers) ?? { callers: new Map(), edges: new Map() };
    graphs.set(program.memory.answers, graph);
    for (const path of [...graph.edges.keys()]) if (!program.files.has(path)) redraw(graph, path, []);
    for (const file of allFiles(program)) {
      const edges = edgesOf(program, file);
      if (graph.edges.get(file.path) !== edges) redraw(graph, file.path, edges);
    }
    return graph.callers;
  });
}

function redraw(graph: Graph, path: string, edges: readonly Edge[]): void {
  for (const target of new Set((graph.edges.get(path) ?? []).map((edge) => edge.target))) {
    const left = (graph.callers.get(target) ?? []).filter((caller) => caller.file.path !== path);
    if (left.length === 0) graph.callers.delete(target);
    else graph.callers.set(target, left);
  }
  for (const { target, caller } of edges) {
    const callers = graph.callers.get(target);
    if (callers) callers.push(caller);
    else graph.callers.set(target, [caller]);
  }
  if (edges.length === 0) graph.edges.delete(path);
  else graph.edges.set(path, edges);
}

function edgesOf(program: Program, file: FileModel): readonly Edge[] {
  return memo<FileModel, readonly Edge[]>(program, 'edges', file, [], () =>
    file.calls.flatMap((call) => {
      const { target } = infoOf(program, file, call);
      return target ? [{ target: target.fn, caller: { file, call } }] : [];
    }),
  );
}
