/** The user's settings in the editor. They change when and what is shown, never what is found: that is the configuration file's. */

export interface Settings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  readonly growthHints: 'off' | 'loops' | 'all';
  /** In kilobytes. */
  readonly maxFileSize: number;
  /** Whether findings of severity `info` are shown. */
  readonly hints: 'show' | 'hide';
}

export const defaults: Settings = { enable: true, run: 'onType', growthHints: 'off', maxFileSize: 1024, hints: 'show' };

export const section = 'scalelint';

/** What does not fit keeps its default: a wrong setting is the editor's to underline. */
export function settingsOf(value: unknown): Settings {
  const given = typeof value === 'object' && value !== null ? (value as Partial<Record<keyof Settings, unknown>>) : {};
  const oneOf = <T>(key: keyof Settings, allowed: readonly T[], fallback: T): T => allowed.find((one) => one === given[key]) ?? fallback;
  const size = given.maxFileSize;
  return {
    enable: oneOf('enable', [true, false], defaults.enable),
    run: oneOf('run', ['onType', 'onSave'], defaults.run),
    growthHints: oneOf('growthHints', ['off', 'loops', 'all'], defaults.growthHints),
    maxFileSize: typeof size === 'number' && size > 0 ? size : defaults.maxFileSize,
    hints: oneOf('hints', ['show', 'hide'], defaults.hints),
  };
}
