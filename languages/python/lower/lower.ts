/** One Python file to its model. Never throws: broken code gives fewer facts. */
import { blankCall } from '../../../model/blank.ts';
import type { FileContext, FileModel } from '../../../model/file.ts';
import type { StatedSize } from '../../../model/stated-size.ts';
import type { SyntaxTree } from '../tree.ts';
import { visit } from './body.ts';
import { completeKinds } from './kinds.ts';
import { noteNeeds } from './needs.ts';
import { declareAll } from './scopes.ts';
import type { Lowering, Place } from './state.ts';

/** `path`: absolute, forward slashes. */
export function lower(path: string, tree: SyntaxTree, context: FileContext, statedSizes: readonly StatedSize[]): FileModel {
  const state: Lowering = {
    text: tree.text,
    functions: [],
    loops: [],
    calls: [],
    rebuilds: [],
    bindings: [],
    classes: [],
    imports: [],
    exports: [],
    withs: [],
    scopes: new Map(),
    fnOf: new Map(),
    loopOf: new Map(),
    loopOfClosure: new Map(),
    callOf: new Map(),
    classOf: new Map(),
    fields: new Map(),
    selves: new Map(),
    globals: new Map(),
    firsts: new Set(),
    bound: new Map(),
    elements: new Map(),
    annotations: [],
    values: [],
  };
  const module = declareAll(state, tree.root);
  visit(state, tree.root, module, state.functions[0]?.body ?? []);
  offerNames(state, module);
  completeKinds(state);
  fillGaps(state);
  noteNeeds(state);
  return {
    path,
    language: 'python',
    context,
    functions: state.functions,
    loops: state.loops,
    calls: state.calls,
    rebuilds: state.rebuilds,
    bindings: state.bindings,
    classes: state.classes,
    imports: state.imports,
    exports: state.exports,
    withs: state.withs,
    statedSizes: [...statedSizes],
    broken: tree.error !== null,
  };
}

/** A module offers every name that it binds, what it imports included. Those with an underscore are meant for itself. */
function offerNames(state: Lowering, module: Place): void {
  for (const [name, id] of module.scope.names) {
    const binding = state.bindings[id];
    if (!binding) continue;
    state.exports.push({ name, span: binding.span, binding: id, value: null, from: null, imported: null });
    binding.exported = binding.kind !== 'import' && !name.startsWith('_');
  }
}

/** Calls that were declared but stand where nothing is lowered leave gaps; nothing refers to them. */
function fillGaps(state: Lowering): void {
  for (let id = 0; id < state.callOf.size; id++) {
    state.calls[id] ??= blankCall(id);
  }
}
