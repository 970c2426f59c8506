/** The text of “copy diagnostics report”: what somebody needs to know who is to find out why something is missing or slow. No source text. */
import { shownFrom } from '../engine/paths.ts';
import { product } from '../engine/product.ts';
import { type App, settingsNow } from './app.ts';
import { isVisible } from './diagnostics.ts';

export function diagnosticsReport(app: App, client: string): string {
  const { sessions, checks, features, configuration } = app;
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  const memory = process.memoryUsage();
  const files = checks.states().map(({ file, facts, shown }) => {
    const settings = settingsNow(app, file.path);
    const count = shown.filter((one) => isVisible(one, settings)).length;
    const state =
      facts === null
        ? settings.enable
          ? 'not checked yet'
          : 'off in the settings'
        : facts.skipped !== null
          ? `skipped: ${facts.skipped}`
          : [
              `${count} ${count === 1 ? 'finding' : 'findings'}`,
              `${facts.suppressed} suppressed`,
              `${Math.round(facts.milliseconds)} ms`,
              facts.tier === 'types' ? 'confirmed' : 'not confirmed yet',
              ...(facts.broken ? ['syntax errors'] : []),
            ].join(', ');
    const problems = (facts?.problems ?? []).map(({ level, message }) => `    ${level}: ${message}`);
    return [`  ${shownFrom(sessions.rootOf(file.path), file.path)} (${file.language}, ${file.text.length} characters): ${state}`, ...problems].join(
      '\n',
    );
  });
  return [
    `${product.name} ${product.version}`,
    `node ${process.version} on ${process.platform} ${process.arch}`,
    `client: ${client}; positions in ${features.encoding}; diagnostics are ${features.pullsDiagnostics ? 'pulled' : 'pushed'}`,
    `memory: ${megabytes(memory.rss)} in all, ${megabytes(memory.heapUsed)} of ${megabytes(memory.heapTotal)} heap`,
    `up ${Math.round(process.uptime())} s, ${sessions.count} ${sessions.count === 1 ? 'session' : 'sessions'}`,
    '',
    'folders and their settings',
    ...sessions.folders.map((folder) => `  ${folder}: ${JSON.stringify(configuration.now(folder))}`),
    '',
    'open files',
    ...files,
    '',
  ].join('\n');
}
