/** `scalelint lsp --stdio`: the language server, for editors. Loaded only when it is asked for: no other command needs the protocol's library. */
import { UsageError } from '../usage-error.ts';

const otherTransports = ['--node-ipc', '--socket', '--pipe'];

/** Takes the arguments as they are: editors add some of their own, like `--clientProcessId=123`. Ends with the process. */
export async function lsp(argv: readonly string[]): Promise<0> {
  const other = argv.map((word) => word.replace(/=.*/, '')).find((word) => otherTransports.includes(word));
  if (other !== undefined)
    throw new UsageError(`\`lsp\` speaks over standard input and output only, not over \`${other}\`.`, 'Use `scalelint lsp --stdio`.');
  (await import('../../server/stdio.ts')).serveOnStdio();
  return 0;
}
