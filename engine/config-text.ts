/** What a notation (JSON, TOML) tells about a configuration written in it: the value, and where in the text its parts stand. */
import type { Span } from '../model/file.ts';

export type Path = readonly (string | number)[];

export type ConfigText =
  /** The file is about other things only. */
  | 'nothing'
  /** `"scalelint": false`: off for the whole folder. */
  | 'off'
  | { readonly broken: { readonly span: Span; readonly message: string } }
  | Readable;

interface Readable {
  readonly value: unknown;
  /** Where a part stands, by its path inside of the configuration: the key of a named entry, the value of a list's. Null: nowhere. */
  spanOf(path: Path): Span | null;
  /** What a whole configuration has to be, for messages. */
  readonly wanted: string;
  /** What the notation calls named entries, for messages. */
  readonly table: string;
}
