/** What the knowledge tables say of what takes all of something into memory, and of what hands on all that it is given. */

/** A call or a property that is the whole content of a file, an upload, an answer, an object of a store. */
export interface WholeRow {
  /** What reads; with `asks`, the call that yields what is read from. */
  readonly symbol: string;
  /** What is asked of what the call yields: `Body.transformToByteArray`. */
  readonly asks?: string;
  readonly of: 'file' | 'upload' | 'answer' | 'object';
  /** How to take it piece by piece, as a sentence. */
  readonly pieces: string;
  /** What says which one is read, where the first argument does not: what it is called on, or a keyword. */
  readonly named?: 'receiver' | { readonly keyword: string };
  /** With an argument it reads so much of it only. */
  readonly bare?: boolean;
  /** Only where an option of the call says this: `{ responseType: 'arraybuffer' }`. */
  readonly only?: { readonly option: string; readonly value: string };
}

/** A call that does nothing to what it is given but hand it on, or reads it once from front to back. */
export interface TakerRow {
  readonly symbol: string;
  readonly asks?: string;
  /** Where the content stands; `property` of what stands there: `{ Body: content }`. */
  readonly position: number;
  readonly keyword?: string;
  readonly property?: string;
  /** Completes “all of it is in memory, only to …”. */
  readonly does: string;
  /** What takes a file as it lies there, as a sentence. */
  readonly ofFile: string;
  /** What takes a stream of anything else, where it does not itself. */
  readonly ofStream?: string;
}
