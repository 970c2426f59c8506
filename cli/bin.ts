#!/usr/bin/env node
/** The process: hands the real streams to `main` and its answer to the shell. */
import * as module from 'node:module';
import { processIo } from './io.ts';
import { main } from './main.ts';

// The compiler is nine megabytes of code: with a cache it loads in a third of the time.
module.enableCompileCache?.();

// Not process.exit(): what is still on its way into a pipe would be lost.
process.exitCode = await main(process.argv.slice(2), processIo());
