/** For tests: profiles made by hand, as their specifications describe them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from './profile.ts';

export function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, 'fixtures', name));
}

export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Frames with their time, outermost first: `main > load > find 3`. */
export function stacksOf({ frames, measure }: Profile): string[] {
  if (measure.kind !== 'stacks') throw new Error('no stacks');
  const { nodes } = measure;
  const pathOf = (at: number): string[] => (at < 0 ? [] : [...pathOf(nodes[at]!.parent), frames[nodes[at]!.frame]!.name]);
  return nodes.flatMap((node, i) => (node.own > 0 ? [`${pathOf(i).join(' > ')} ${Number(node.own.toFixed(6))}`] : []));
}

export interface PprofSpec {
  readonly types: readonly (readonly [type: string, unit: string])[];
  /** Outermost first; a frame is `name@file:line`. */
  readonly samples: readonly (readonly [stack: readonly string[], ...values: number[]])[];
}

/** One location per frame, one function per name and file. Numbers of the fields: `proto/profile.proto` of github.com/google/pprof. */
export function pprofOf({ types, samples }: PprofSpec): Uint8Array {
  const strings = [''];
  const text = (value: string): number => (strings.includes(value) ? strings.indexOf(value) : strings.push(value) - 1);
  const functions = new Map<string, number[]>();
  const locations = new Map<string, number[]>();
  const locationOf = (frame: string): number => {
    const [, name = '', file = '', line = ''] = /^(.*)@(.*):(\d+)$/.exec(frame) ?? [];
    const key = `${name}@${file}`;
    if (!functions.has(key))
      functions.set(key, [...number(1, functions.size + 1), ...number(2, text(name)), ...number(3, text(name)), ...number(4, text(file))]);
    const fn = [...functions.keys()].indexOf(key) + 1;
    if (!locations.has(frame))
      locations.set(frame, [...number(1, locations.size + 1), ...message(4, [...number(1, fn), ...number(2, Number(line))])]);
    return [...locations.keys()].indexOf(frame) + 1;
  };
  const written = samples.map(([stack, ...values]) => [
    ...message(1, stack.toReversed().map(locationOf).flatMap(varint)),
    ...message(2, values.flatMap(varint)),
  ]);
  return Uint8Array.from([
    ...types.flatMap(([type, unit]) => message(1, [...number(1, text(type)), ...number(2, text(unit))])),
    ...written.flatMap((sample) => message(2, sample)),
    ...[...locations.values()].flatMap((location) => message(4, location)),
    ...[...functions.values()].flatMap((fn) => message(5, fn)),
    ...strings.flatMap((one) => message(6, [...new TextEncoder().encode(one)])),
  ]);
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}

const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const message = (field: number, bytes: readonly number[]): number[] => [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];

/** A `.cpuprofile` from stacks, outermost first, of `name@file:line:column` (one-based), each with its milliseconds. */
export function cpuProfileOf(samples: readonly (readonly [stack: readonly string[], milliseconds: number])[]): object {
  const nodes: { id: number; callFrame: object; parent: number; key: string }[] = [{ id: 1, callFrame: frameOf('(root)@:0:0'), parent: 0, key: '' }];
  const leaves = samples.map(([stack]) =>
    stack.reduce((parent, frame) => {
      const key = `${parent} ${frame}`;
      const known = nodes.find((node) => node.key === key);
      if (known) return known.id;
      nodes.push({ id: nodes.length + 1, callFrame: frameOf(frame), parent, key });
      return nodes.length;
    }, 1),
  );
  return {
    nodes: nodes.map(({ id, callFrame }) => ({ id, callFrame, children: nodes.filter(({ parent }) => parent === id).map((node) => node.id) })),
    startTime: 0,
    endTime: samples.reduce((sum, [, milliseconds]) => sum + milliseconds * 1000, 0),
    samples: leaves,
    timeDeltas: [0, ...samples.slice(0, -1).map(([, milliseconds]) => milliseconds * 1000)],
  };
}

function frameOf(frame: string): object {
  const [, functionName = '', url = '', line = '0', column = '0'] = /^(.*?)@(.*):(\d+):(\d+)$/.exec(frame) ?? [];
  return { functionName, scriptId: '0', url, lineNumber: Number(line) - 1, columnNumber: Number(column) - 1 };
}
