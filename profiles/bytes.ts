/** Reading binary data piece by piece; whoever reads past the end is told that the file is cut off. */
import { ProfileError } from './profile.ts';

export interface ByteReader {
  byte(): number;
  take(length: number): Uint8Array;
  /** Without a sign; beyond 2^53 not exact. */
  uint(length: 1 | 2 | 4 | 8): number;
  int32(): number;
  float64(order: 'little' | 'big'): number;
  text(length: number): string;
  /** Of a number of as many bytes, lowest first, in two's complement. */
  integer(length: number): number;
}

const decoder = new TextDecoder();

export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (length < 0 || at + length > bytes.length) throw new ProfileError('is cut off');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const view = (length: number): DataView => {
    const taken = take(length);
    return new DataView(taken.buffer, taken.byteOffset, length);
  };
  const unsigned = (length: number): number => take(length).reduceRight((value, byte) => value * 256 + byte, 0);
  return {
    byte: () => unsigned(1),
    take,
    uint: unsigned,
    int32: () => view(4).getInt32(0, true),
    float64: (order) => view(8).getFloat64(0, order === 'little'),
    text: (length) => decoder.decode(take(length)),
    integer(length) {
      const value = unsigned(length);
      const half = 2 ** (8 * length - 1);
      return length > 0 && value >= half ? value - 2 * half : value;
    },
  };
}
