/** The server on standard input and output. Nothing but the protocol may ever be written there. */
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

export function serveOnStdio(): void {
  const connection = createConnection(process.stdin, takeOverStdout());
  // A failure nobody expected costs the one answer that it belongs to, not all that follow.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => connection.console.error(`Unexpected: ${error instanceof Error ? error.stack : String(error)}`));
  startServer(connection);
  connection.listen();
}

/** The real output; whoever else writes to standard output, or logs, ends up in standard error. */
function takeOverStdout(): Writable {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  // A client that is gone reads nothing any more.
  stdout.on('error', () => process.exit(1));
  stderr.on('error', () => {});
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  globalThis.console = new Console(stderr);
  return new Writable({ write: (chunk: Uint8Array, _encoding, done) => void write(chunk, (error) => done(error)) });
}
