/** The fields of a message of Protocol Buffers, as its encoding is described at https://protobuf.dev/programming-guides/encoding/. */
import { ProfileError } from './profile.ts';

export interface Field {
  readonly number: number;
  /** Of a number; else 0. Beyond 2^53 it is not exact. */
  readonly value: number;
  /** Of a text, a message or packed numbers; else empty. */
  readonly bytes: Uint8Array;
}

const NONE = new Uint8Array();

export function* fieldsOf(bytes: Uint8Array): Iterable<Field> {
  const cursor = { at: 0 };
  while (cursor.at < bytes.length) {
    const tag = varint(bytes, cursor);
    const number = Math.floor(tag / 8);
    if (number === 0) throw new ProfileError('is damaged: a field has no number');
    const wire = tag % 8;
    if (wire === 0) yield { number, value: varint(bytes, cursor), bytes: NONE };
    else if (wire === 2) yield { number, value: 0, bytes: take(bytes, cursor, varint(bytes, cursor)) };
    else if (wire === 1) take(bytes, cursor, 8);
    else if (wire === 5) take(bytes, cursor, 4);
    else throw new ProfileError('is damaged: a field is of no known kind');
  }
}

/** Of a repeated number: packed into one field, or one of several. */
export function numbersOf({ value, bytes }: Field): number[] {
  if (bytes === NONE) return [value];
  const numbers: number[] = [];
  const cursor = { at: 0 };
  while (cursor.at < bytes.length) numbers.push(varint(bytes, cursor));
  return numbers;
}

function take(bytes: Uint8Array, cursor: { at: number }, length: number): Uint8Array {
  const end = cursor.at + length;
  if (end > bytes.length) throw new ProfileError('is cut off');
  const taken = bytes.subarray(cursor.at, end);
  cursor.at = end;
  return taken;
}

/** Seven bits a byte, lowest first. Negative numbers, of 64 bits, come out as huge ones and are taken for 0. */
function varint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  for (let shift = 0; shift < 70; shift += 7) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) throw new ProfileError('is cut off');
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value >= 2 ** 63 ? 0 : value;
  }
  throw new ProfileError('is damaged: a number does not end');
}
