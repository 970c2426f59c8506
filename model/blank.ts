/**
 * Parts of a model of which nothing is known yet: what front ends fill in, and what stands where nothing could be read. Programs hold
 * hundreds of thousands, so each field is written out: an object that begins as a copy of another takes several times as long to make.
 */
import type { Binding, Call, ElementKind, Extent, Fn, Loop, Span, Value } from './file.ts';

export const UNKNOWN_ELEMENT: ElementKind = { kind: 'unknown', variants: null, nullable: false };
export const UNKNOWN_EXTENT: Extent = { class: 'unknown', count: null, why: '' };

const NOWHERE: Span = { start: 0, end: 0 };

export function blankFn(known: Pick<Fn, 'id' | 'kind' | 'name' | 'span' | 'nameSpan' | 'parent'>): Fn {
  return {
    id: known.id,
    kind: known.kind,
    name: known.name,
    span: known.span,
    nameSpan: known.nameSpan,
    parent: known.parent,
    class: null,
    static: false,
    params: [],
    async: false,
    generator: false,
    awaits: false,
    decorators: [],
    passedTo: null,
    loop: null,
    body: [],
    returns: [],
    returnType: null,
    directives: [],
  };
}

export function blankLoop(known: Pick<Loop, 'id' | 'span' | 'fn' | 'parent'>): Loop {
  return {
    kind: 'loop',
    id: known.id,
    span: known.span,
    fn: known.fn,
    parent: known.parent,
    style: 'while',
    head: known.span,
    over: null,
    test: null,
    counts: false,
    step: 'one',
    elements: [],
    call: null,
    closure: null,
    deliberate: false,
    parallel: false,
    body: [],
  };
}

export function blankBinding(known: Pick<Binding, 'id' | 'name' | 'kind' | 'span' | 'fn' | 'loop'>): Binding {
  return {
    id: known.id,
    name: known.name,
    kind: known.kind,
    span: known.span,
    fn: known.fn,
    loop: known.loop,
    init: null,
    assigned: [],
    entries: [],
    type: null,
    param: null,
    elementOf: null,
    part: null,
    function: null,
    class: null,
    exported: false,
    uses: [],
  };
}

export function blankValue(known: Pick<Value, 'span' | 'text' | 'reads'>): Value {
  return {
    span: known.span,
    text: known.text,
    reads: known.reads,
    root: { kind: 'unknown' },
    path: [],
    index: null,
    kind: 'unknown',
    sure: 'guessed',
    element: UNKNOWN_ELEMENT,
    extent: UNKNOWN_EXTENT,
    nullable: false,
    declaredType: null,
    viewOf: null,
    elements: [],
    properties: [],
    literal: null,
  };
}

/** Stands for a call that was declared where nothing is lowered, so that ids stay indices; nothing refers to it. */
export function blankCall(id: number): Call {
  return {
    id,
    fn: 0,
    span: NOWHERE,
    nameSpan: NOWHERE,
    text: '',
    callee: blankValue({ span: NOWHERE, text: '', reads: [] }),
    member: null,
    args: [],
    isNew: false,
    awaited: false,
    suspends: false,
    handedBack: false,
    chained: false,
    result: 'discarded',
    loops: [],
    op: null,
    declared: null,
  };
}
