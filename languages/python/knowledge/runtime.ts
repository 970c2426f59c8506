/**
 * What Python programs run on: the standard library, clients, frameworks, queues and libraries of data. How the rows are meant to be read beyond
 * the grammar in the model: a member may be a property that is only read (`sys.argv`); `blocking` stops the thread, and so the event loop when it is
 * reached from `async def`; a class that is called makes an instance of it, and has a row only where that costs something.
 */
import type { FileEntryRow } from '../../../model/knowledge.ts';
import { type Family, symbols } from '../../words.ts';
import { dataLibraries } from './data.ts';
import { httpClients } from './http-clients.ts';
import { keptHere } from './kept-here.ts';
import { lists } from './lists.ts';
import { machines } from './machines.ts';
import { queues } from './queues.ts';
import { webServices } from './services.ts';
import { standardLibrary } from './standard-library.ts';
import { web } from './web.ts';

export const runtime: readonly Family[] = [standardLibrary, httpClients, webServices, machines, dataLibraries, web, queues, lists, keptHere];

/** Functions that a framework calls because of the file that they are in. */
export const fileEntries: readonly FileEntryRow[] = [
  // The routes of a project name its views, too, where they are read: this is for those that are not.
  {
    path: /(^|\/)(\w+_)?views(_\w+)?(\/.+)?\.py$/,
    exports: ['*'],
    entry: 'request',
    framework: 'Django',
    dependsOn: ['py:django', 'py:rest_framework'],
    given: 'request',
  },
  { path: /(^|\/)api(\/.+)?\.py$/, exports: ['*'], entry: 'request', framework: 'Django Ninja', dependsOn: ['py:ninja'], given: 'request' },
  { path: /(^|\/)context_processors\.py$/, exports: ['*'], entry: 'request', framework: 'Django', dependsOn: ['py:django'], given: 'request' },
  // The name tells; hardly a file with one imports none of these.
  {
    path: /\.py$/,
    exports: ['lambda_handler'],
    serverless: 'named',
    entry: 'request',
    framework: 'AWS Lambda',
    dependsOn: ['py:boto3', 'py:aioboto3', 'py:botocore', 'py:aws_lambda_powertools', 'py:aws_xray_sdk', 'py:json', 'py:os', 'py:logging'],
  },
];

/** Functions that give back what they are given first, in other clothes: calling the result runs the argument, and on the same thread. */
export const wrappers: readonly string[] = [
  ...symbols('py:functools', 'partial lru_cache cache update_wrapper'),
  ...symbols('py:contextlib', 'contextmanager asynccontextmanager'),
  ...symbols('py:asgiref', 'sync.async_to_sync'),
  ...symbols('py:asyncer', 'syncify'),
  ...symbols('py:django', 'db.transaction.atomic contrib.auth.decorators.login_required views.decorators.csrf.csrf_exempt'),
];
