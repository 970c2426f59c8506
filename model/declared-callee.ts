/** What the type checker says of a callee that names could not be followed to. */
export interface DeclaredCallee {
  /** Bare package name (`typeorm`), `node:fs`, `lib` for the language's own, or null when it is declared in the project's own files. */
  readonly module: string | null;
  readonly type: string | null;
  readonly member: string;
  /** For the project's own files: where its declaration starts. */
  readonly file: string | null;
  readonly start: number;
}
