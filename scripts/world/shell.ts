/** Runs a project's commands, with all they say kept in one log beside the project. */
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export interface Shell {
  /** The exit code; whatever it printed is in the log. */
  readonly run: (command: string, folder: string, env?: Readonly<Record<string, string>>) => number;
  /** Likewise, but nothing makes sense after a failure. */
  readonly must: (command: string, folder: string) => void;
}

/** Long enough for any suite here, so that only one that hangs is ended. */
const MINUTES = 40;

export function createShell(log: string): Shell {
  const run: Shell['run'] = (command, folder, env = {}) => {
    const began = Date.now();
    const done = spawnSync(command, {
      cwd: folder,
      shell: true,
      env: { ...outside(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      timeout: MINUTES * 60_000,
    });
    const seconds = Math.round((Date.now() - began) / 1000);
    appendFileSync(log, `$ ${command}\n${done.stdout ?? ''}${done.stderr ?? ''}\n→ ${done.status} after ${seconds} s\n`);
    return done.status ?? 1;
  };
  const must: Shell['must'] = (command, folder) => {
    if (run(command, folder) !== 0) throw new Error(`\`${command}\` failed; see ${log}`);
  };
  return { run, must };
}

/** The environment without what npm tells the scripts of this package, its tools above all, but with the Node that runs here. */
function outside(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$)/i.test(name));
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin')));
  return { ...Object.fromEntries(own), PATH: [dirname(process.execPath), ...path].join(delimiter) };
}
