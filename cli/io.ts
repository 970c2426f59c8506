/** The outside world as the command line sees it. It is handed to `main`, so that tests need no processes. */

export interface Out {
  write(text: string): void;
}

export interface Io {
  /** Absolute. */
  readonly cwd: string;
  /** Results, and nothing else. */
  readonly stdout: Out;
  /** Problems, progress, hints. */
  readonly stderr: Out;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person looks at the stream. */
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean };
  /** Width of the terminal, or undefined when there is none. */
  readonly columns: number | undefined;
}

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    stdout: forgiving(process.stdout),
    stderr: forgiving(process.stderr),
    stdin: process.stdin,
    env: process.env,
    isTTY: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
    columns: process.stdout.columns,
  };
}

export async function readAll(stream: Io['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** `scalelint | head` closes the pipe early: that is no error, the rest simply has no reader. */
function forgiving(stream: NodeJS.WriteStream): Out {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    closed = true;
  });
  return {
    write(text) {
      if (!closed && !stream.destroyed) stream.write(text);
    },
  };
}
