/** What scalelint says beyond the protocol. Clients know these by their names; nothing works only through them. */

/** Notification to the client after each check. Sent only to clients that announce `status` or commands in `initializationOptions`. */
export const statusMethod = 'scalelint/status';

export interface Status {
  /** The file that was checked last. */
  readonly uri?: string;
  /** `limited`: something was skipped, took too long or failed; `skipped` and `problems` say what. */
  readonly state: 'ready' | 'checking' | 'limited';
  /** Open files that are being watched. */
  readonly files: number;
  readonly milliseconds: number;
  readonly skipped: string | null;
  readonly problems: readonly string[];
}

/** Request without parameters: a text for bug reports, without any source text. */
export const reportMethod = 'scalelint/report';

/** Request: checks all files of the workspace folders as they are on disk, and shows what it finds in files that are not open. */
export const checkWorkspaceMethod = 'scalelint/checkWorkspace';

export interface WorkspaceCheckResult {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly skipped: number;
  readonly milliseconds: number;
  readonly problems: readonly string[];
}

/** Request without parameters: takes the findings in closed files away again. */
export const clearWorkspaceMethod = 'scalelint/clearWorkspace';

/** Request: what was measured of the code counts from now on, instead of what was chosen before; without profiles, nothing does. */
export const useProfilesMethod = 'scalelint/useProfiles';

export interface UseProfilesParams {
  /** Of files on disk. */
  readonly uris: readonly string[];
}

export interface UseProfilesResult {
  /** The names of their files. */
  readonly profiles: readonly string[];
  /** Where they and the code do not belong together, one sentence each. */
  readonly notes: readonly string[];
}

/** Client command that shows a rule's page; its argument is the rule's name. */
export const explainCommand = 'scalelint.explain';

/** `initializationOptions`. */
export interface InitializationOptions {
  /** Commands that the client can run by itself. */
  readonly commands?: readonly string[];
  readonly status?: boolean;
  /** For clients without `workspace/configuration`. */
  readonly settings?: unknown;
}
