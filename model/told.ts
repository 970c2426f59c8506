/** What the test of a branch tells of what it asks about. */

/** A variable, or one of its properties, holds something, or nothing. */
export interface Told {
  readonly binding: number;
  readonly property: string | null;
  readonly holds: boolean;
}
