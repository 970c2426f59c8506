#!/usr/bin/env node
/** The process that editors start; also the thread that checks a whole workspace. */
import * as nodeModule from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { serveOnStdio } from './stdio.ts';
import { runWorkspaceThread } from './workspace-thread.ts';

// Not in Node 20. With it the compiler loads in a third of the time.
nodeModule.enableCompileCache?.();

if (isMainThread) serveOnStdio();
else await runWorkspaceThread();
