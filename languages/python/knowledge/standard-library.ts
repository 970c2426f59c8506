/**
 * Python's own modules: what stops the thread, what runs a function elsewhere or later, and what yields lists whose length the world decides.
 * Builtins that walk what they are given (`map`, `sorted`, `any`, …) and what runs coroutines side by side (`asyncio.gather`) are no rows: the
 * lowering knows them. Nor are calls on what is already read into memory: `open` is where a file costs.
 */
import type { InThreadRow, KnowledgeRow } from '../../../model/knowledge.ts';
import {
  alike,
  copy,
  entry,
  type Facts,
  type Family,
  forOneUse,
  heavy,
  hooks,
  later,
  laterOnLoop,
  on,
  returns,
  self,
  startsProcesses,
} from '../../words.ts';
import { connects, inThread as runInThread, stops, stopsLong, stopsShortly, waits } from './waiting.ts';

const directory = { kind: 'list', extent: 'input', why: 'names in a directory', from: 'data' } as const;
const matches = { kind: 'list', extent: 'input', why: 'files that match a pattern', from: 'data' } as const;
const lines = { kind: 'list', extent: 'input', why: 'lines of a file' } as const;
const text = { kind: 'string', extent: 'input', why: 'content of a file' } as const;
const output = { kind: 'string', extent: 'input', why: 'output of a subprocess' } as const;
const parsed = { kind: 'unknown', extent: 'input', why: 'parsed data', from: 'data' } as const;

/** What can be walked once, from front to back. */
function iterator(why: string): Facts {
  return { result: { kind: 'other', extent: 'input', why } };
}

const textFile = 'py:io#TextIOWrapper';
const path = 'py:pathlib#Path';
const opens: Facts = { ...stops(), ...iterator('lines of a file'), returns: textFile };

const files: Family = {
  rows: [
    ...on('py:builtins py:io py:codecs', 'open', opens),
    ...on('py:gzip py:bz2 py:lzma', 'open', opens),
    ...on('py:aiofiles', 'open', { ...iterator('lines of a file'), returns: textFile }),
    ...on(textFile, 'read', { result: text }),
    ...on(textFile, 'readlines', { result: lines }),
    ...on('py:fileinput', 'input', { ...stops(), ...iterator('lines of files') }),

    ...on(path, 'read_text read_bytes', { ...stops(), result: text }),
    ...on(path, 'write_text write_bytes', stops()),
    ...on(path, 'open', opens),
    ...on(path, 'iterdir', { ...stops(), result: directory, returns: path }),
    ...on(path, 'glob rglob', { ...stops(), result: matches, returns: path }),
    ...on(path, 'walk', { ...stops(), ...iterator('directories below a directory') }),
    ...on(
      path,
      `stat lstat exists is_file is_dir is_symlink is_mount mkdir rmdir unlink rename replace touch chmod symlink_to hardlink_to readlink
       samefile owner group`,
      stopsShortly,
    ),
    ...on(path, 'resolve', { ...stopsShortly, returns: 'self' }),
    ...on(path, 'joinpath absolute expanduser relative_to with_name with_stem with_suffix', self),
    ...on(path, 'cwd home', returns(path)),

    ...on('py:os', 'listdir', { ...stops(), result: directory }),
    ...on('py:os', 'scandir', { ...stops(), result: directory, returns: 'py:os#DirEntry' }),
    ...on('py:os', 'walk fwalk', { ...stops(), ...iterator('directories below a directory') }),
    ...on('py:glob', 'glob', { ...stops(), result: matches }),
    ...on('py:glob', 'iglob', { ...stops(), ...iterator('files that match a pattern') }),
    ...on(
      'py:os',
      `stat lstat access mkdir makedirs rename renames replace remove unlink rmdir removedirs chmod chown lchown utime link symlink readlink truncate
       statvfs path.exists path.lexists path.isfile path.isdir path.islink path.ismount path.getsize path.getmtime path.getatime path.getctime
       path.realpath path.samefile`,
      stopsShortly,
    ),
    ...on('py:os#DirEntry', 'stat', stopsShortly),
    ...on('py:os', 'fsync', stops()),
    ...on('py:shutil', 'copy copy2 copyfile copyfileobj copytree rmtree move make_archive unpack_archive', stops()),
    ...on('py:shutil', 'disk_usage which chown copymode copystat', stopsShortly),
    ...on('py:tempfile', 'NamedTemporaryFile TemporaryFile TemporaryDirectory mkstemp mkdtemp', stopsShortly),
    ...on('py:filecmp', 'cmp', stops()),

    ...on('py:zipfile', 'ZipFile', stops()),
    ...on('py:zipfile#ZipFile', 'extract extractall read write testzip', stops()),
    ...on('py:zipfile#ZipFile', 'namelist infolist', { result: { ...directory, why: 'names in an archive' } }),
    ...on('py:tarfile py:tarfile#TarFile', 'open', { ...stops(), ...iterator('names in an archive'), returns: 'py:tarfile#TarFile' }),
    ...on('py:tarfile#TarFile', 'extract extractall add', stops()),
    ...on('py:tarfile#TarFile', 'getnames getmembers', { ...stops(), result: { ...directory, why: 'names in an archive' } }),
  ],
  types: [
    ...alike('py:pathlib#PosixPath py:pathlib#WindowsPath py:pathlib#Path.parent', path),
    ...alike('py:io#BufferedReader py:io#BufferedWriter py:io#FileIO py:typing#TextIO py:typing#BinaryIO py:typing#IO', textFile),
  ],
};

const subprocesses = stopsLong('Use `asyncio.create_subprocess_exec`.');

const processes: readonly KnowledgeRow[] = [
  ...on('py:subprocess', 'run call check_call', subprocesses),
  ...on('py:subprocess', 'check_output getoutput getstatusoutput', { ...subprocesses, result: output }),
  ...on('py:subprocess', 'Popen', { ...stopsShortly, remedy: 'Use `asyncio.create_subprocess_exec`.' }),
  ...on('py:subprocess#Popen', 'wait communicate', subprocesses),
  ...on('py:os', 'system wait waitpid wait3 wait4', subprocesses),
  ...on('py:os', 'popen', { ...subprocesses, returns: textFile }),
  ...on('py:pty', 'spawn', subprocesses),
];

const http = waits('Use `httpx.AsyncClient`.');
const mail: Facts = { ...waits('Use `aiosmtplib`.'), mails: true };
const socket = 'py:socket#socket';
const connection = stopsLong('Use `asyncio.open_connection`.');

const network: Family = {
  rows: [
    ...on('py:urllib', 'request.urlopen', {
      ...http,
      returns: 'py:http#client.HTTPResponse',
      untimed: { options: ['timeout'], position: 2, unless: 'setdefaulttimeout' },
    }),
    ...on('py:urllib', 'request.urlretrieve', http),
    ...on('py:urllib', 'request.build_opener', returns('py:urllib#request.OpenerDirector')),
    ...on('py:urllib#request.OpenerDirector', 'open', { ...http, returns: 'py:http#client.HTTPResponse' }),
    // The answer to it is a call of its own, and the same round trip.
    ...on('py:http#client.HTTPConnection', 'request', http),
    ...on('py:http#client.HTTPConnection', 'getresponse', returns('py:http#client.HTTPResponse')),
    ...on('py:http#client.HTTPResponse', 'read', { result: { ...text, why: 'body of a response' } }),
    ...on('py:xmlrpc#client.ServerProxy', '* *.*', waits()),

    // Given a host, they connect to it.
    ...on('py:smtplib', 'SMTP SMTP_SSL LMTP', connects('Use `aiosmtplib`.', forOneUse)),
    ...on('py:smtplib#SMTP', 'connect login sendmail send_message', mail),
    ...on('py:ftplib', 'FTP FTP_TLS', connects(runInThread, forOneUse)),
    ...on('py:ftplib#FTP', 'connect login cwd delete mkd rmd rename size dir retrbinary retrlines storbinary storlines transfercmd', waits()),
    ...on('py:ftplib#FTP', 'nlst mlsd', { ...waits(), result: directory }),
    ...on('py:imaplib', 'IMAP4 IMAP4_SSL', connects(runInThread, forOneUse)),
    ...on('py:imaplib#IMAP4', 'login select search fetch store copy append expunge uid', waits()),
    ...on('py:poplib', 'POP3 POP3_SSL', connects(runInThread, forOneUse)),
    ...on('py:poplib#POP3', 'retr top dele stat', waits()),

    // Classes that are written as functions are.
    ...on('py:socket', 'socket', returns(socket)),
    ...on('py:socket', 'create_connection', { ...connection, returns: socket }),
    ...on(
      'py:socket',
      'getaddrinfo gethostbyname gethostbyname_ex gethostbyaddr getfqdn getnameinfo',
      waits('Use the `getaddrinfo` of the event loop.'),
    ),
    ...on(socket, 'connect', { ...connection, unlessMadeWith: ['SOCK_DGRAM', 'SOCK_NONBLOCK'] }),
    ...on(socket, 'accept recv recv_into recvfrom recvfrom_into recvmsg sendall sendfile', connection),
    ...on('py:select', 'select', stopsLong()),
    ...on('py:select', 'poll epoll', returns('py:select#epoll')),
    ...on('py:select#epoll', 'poll', stopsLong()),
    ...on('py:selectors#DefaultSelector', 'select', stopsLong()),
  ],
  types: [
    ...alike('py:http#client.HTTPSConnection', 'py:http#client.HTTPConnection'),
    ...alike('py:xmlrpc#client.Server', 'py:xmlrpc#client.ServerProxy'),
    ...alike('py:smtplib#SMTP_SSL py:smtplib#LMTP', 'py:smtplib#SMTP'),
    ...alike('py:ftplib#FTP_TLS', 'py:ftplib#FTP'),
    ...alike('py:imaplib#IMAP4_SSL', 'py:imaplib#IMAP4'),
    ...alike('py:poplib#POP3_SSL', 'py:poplib#POP3'),
  ],
};

const future = 'py:concurrent#futures.Future';
const executor = 'py:concurrent#futures.Executor';
const pool = 'py:multiprocessing#pool.Pool';
const threads = 'py:concurrent#futures.ThreadPoolExecutor';
const threadPool = 'py:multiprocessing#pool.ThreadPool';
const asyncResult = 'py:multiprocessing#pool.AsyncResult';
const loop = 'py:asyncio#AbstractEventLoop';
const queue = stopsLong('Use `asyncio.Queue`.');
const offloads: Facts = { offloads: true };
const ownLoop: Facts = { ownLoop: true };

/** In another thread, where it blocks nobody who waits, and yet computes in turn with all others. */
function inThread(row: InThreadRow): Facts {
  return { offloads: true, inThread: row };
}

const ofEach = inThread({ position: 0, keyword: 'func', each: true });

/** Threads, processes and the event loop, and what stands for them in libraries beside `asyncio`. */
const concurrency: Family = {
  rows: [
    ...on('py:time', 'sleep', { ...heavy, twin: { module: 'asyncio', member: 'sleep' } }),
    ...on('py:builtins', 'input', stopsLong()),
    ...on('py:getpass', 'getpass', stopsLong()),

    ...on('py:threading py:asyncio py:anyio', 'Lock', { holds: 'lock' }),
    ...on('py:threading', 'RLock', { holds: 'lock' }),
    ...on('py:asyncio', 'to_thread', inThread({ position: 0, keyword: 'func' })),
    ...on(loop, 'run_in_executor', inThread({ position: 1, keyword: 'func', pool: 0 })),
    ...on('py:anyio', 'to_thread.run_sync to_process.run_sync', offloads),
    ...on('py:trio', 'to_thread.run_sync', offloads),
    ...on('py:asyncer', 'asyncify', offloads),
    ...on('py:asgiref', 'sync.sync_to_async', offloads),
    ...on(executor, 'submit', { offloads: true, returns: future }),
    ...on(executor, 'map', offloads),
    ...on(threads, 'submit', { ...inThread({ position: 0, keyword: 'fn' }), returns: future }),
    ...on(threads, 'map', inThread({ position: 0, keyword: 'fn', each: true })),
    ...on('py:threading', 'Thread', { ...inThread({ position: 1, keyword: 'target' }), callbacks: 'later', opens: 'thread' }),
    ...on('py:threading', 'Timer', { offloads: true, callbacks: 'later' }),
    ...on('py:multiprocessing', 'Process', { offloads: true, callbacks: 'later', opens: 'process' }),
    ...on('py:asyncio', 'create_subprocess_exec create_subprocess_shell', { opens: 'process' }),
    ...on('py:multiprocessing', 'Pool pool.Pool', returns(pool, startsProcesses)),
    ...on('py:multiprocessing', 'dummy.Pool', returns(threadPool)),
    ...on('py:concurrent', 'futures.ProcessPoolExecutor futures.process.ProcessPoolExecutor', startsProcesses),
    ...on(pool, 'apply map starmap', { ...stopsLong(), offloads: true }),
    ...on(pool, 'imap imap_unordered', offloads),
    ...on(pool, 'apply_async map_async starmap_async', { offloads: true, returns: asyncResult }),
    ...on(threadPool, 'map starmap', { ...stopsLong(), ...ofEach }),
    ...on(threadPool, 'imap imap_unordered', ofEach),
    ...on(threadPool, 'map_async starmap_async', { ...ofEach, returns: asyncResult }),
    ...on(threadPool, 'apply_async', { ...inThread({ position: 0, keyword: 'func' }), returns: asyncResult }),

    ...on(future, 'result exception', stopsLong('Await `asyncio.wrap_future` of it.')),
    ...on(future, 'add_done_callback', later),
    ...on('py:concurrent', 'futures.wait', stopsLong()),
    // What it yields is done: asking for a result waits no longer.
    ...on('py:concurrent', 'futures.as_completed', stopsLong('Run the whole loop in a thread, with `asyncio.to_thread`.')),
    ...on(asyncResult, 'get wait', stopsLong()),
    ...on('py:threading#Thread py:multiprocessing#Process', 'join', stopsLong()),
    ...on('py:threading#Event', 'wait', stopsLong('Use `asyncio.Event`.')),
    ...on('py:threading#Condition', 'wait wait_for', stopsLong('Use `asyncio.Condition`.')),
    ...on('py:threading#Barrier', 'wait', stopsLong('Use `asyncio.Barrier`.')),
    ...on('py:queue#Queue', 'join', queue),
    ...on('py:queue#Queue py:multiprocessing#Queue', 'get', { ...queue, unlessNot: 'empty' }),

    ...on('py:asyncio', 'get_event_loop get_running_loop new_event_loop', returns(loop)),
    ...on('py:asyncio', 'run_coroutine_threadsafe', returns(future)),
    ...on('py:asyncio', 'run', ownLoop),
    ...on('py:asyncio', 'Runner.run', ownLoop),
    ...on(loop, 'run_until_complete', ownLoop),
    ...on('py:asyncio', 'start_server start_unix_server', entry('event')),
    ...on(loop, 'call_soon call_soon_threadsafe call_later call_at add_signal_handler', laterOnLoop),
    ...on(loop, 'add_reader add_writer', entry('event')),
    ...on('py:asyncio#Task py:asyncio#Future', 'add_done_callback', later),
    ...on('py:signal', 'signal', later),
    ...on('py:atexit', 'register', later),
    ...on('py:weakref', 'ref finalize', later),
    ...on('py:sched', 'scheduler', returns('py:sched#scheduler')),
    ...on('py:sched#scheduler', 'enter enterabs', later),
    ...on('py:contextlib#ExitStack py:contextlib#AsyncExitStack', 'callback', later),
    ...on('py:contextlib#AsyncExitStack', 'push_async_callback', later),
  ],
  types: [
    ...alike(`${threads} py:concurrent#futures.ProcessPoolExecutor py:concurrent#futures.process.ProcessPoolExecutor`, executor),
    ...alike('py:concurrent#futures.thread.ThreadPoolExecutor', threads),
    ...alike(threadPool, pool),
    ...alike('py:threading#Timer', 'py:threading#Thread'),
    ...alike('py:queue#LifoQueue py:queue#PriorityQueue py:queue#SimpleQueue', 'py:queue#Queue'),
    ...alike('py:multiprocessing#JoinableQueue py:multiprocessing#SimpleQueue', 'py:multiprocessing#Queue'),
    ...alike('py:asyncio#BaseEventLoop py:asyncio#events.AbstractEventLoop', loop),
  ],
};

const cpu: readonly KnowledgeRow[] = [
  ...on('py:hashlib', 'pbkdf2_hmac scrypt', stopsLong()),
  ...on('py:hashlib', 'file_digest', stops()),
  ...on('py:crypt', 'crypt', stopsLong()),
  ...on('py:zlib py:gzip py:bz2 py:lzma', 'compress decompress', stops()),
  ...on('py:xml', 'etree.ElementTree.parse etree.ElementTree.iterparse', stops()),
  ...on('py:copy', 'copy deepcopy', copy),
];

const data: readonly KnowledgeRow[] = [
  ...on('py:logging', 'getLogger', returns('py:logging#Logger')),
  ...on('py:json py:pickle py:marshal', 'load', { result: parsed }),
  ...on('py:json py:pickle py:marshal', 'loads', { result: parsed, derives: { from: 0 } }),
  ...on('py:builtins', 'set frozenset', { derives: { from: 0 } }),
  ...on('py:csv', 'reader DictReader', iterator('rows of a file')),
  ...on('py:ast', 'walk', iterator('nodes of a syntax tree')),
  ...on('py:re py:re#Pattern', 'findall split', { result: { kind: 'list', extent: 'unknown', why: 'matches in a text' } }),
  ...on('py:re', 'compile', { op: { kind: 'build', weight: 'light' }, returns: 'py:re#Pattern', derives: { from: 0, joined: true } }),
];

/** Classes whose methods the library calls. */
const called = [
  ...hooks(
    'py:http#server',
    'BaseHTTPRequestHandler SimpleHTTPRequestHandler',
    'do_GET do_HEAD do_POST do_PUT do_PATCH do_DELETE do_OPTIONS',
    'request',
  ),
  ...hooks('py:socketserver', 'BaseRequestHandler StreamRequestHandler DatagramRequestHandler', 'handle', 'request'),
  ...hooks('py:asyncio', 'Protocol DatagramProtocol BufferedProtocol', 'connection_made data_received datagram_received buffer_updated', 'event'),
  ...hooks('py:ast', 'NodeVisitor NodeTransformer', 'visit_* generic_visit', 'event'),
  ...hooks('py:html#parser', 'HTMLParser', 'handle_starttag handle_endtag handle_startendtag handle_data', 'event'),
  ...hooks('py:xml#sax', 'ContentHandler handler.ContentHandler', 'startElement endElement characters', 'event'),
  ...hooks('py:logging', 'Handler StreamHandler', 'emit', 'event'),
  ...hooks('py:logging', 'Filter', 'filter', 'event'),
  ...hooks('py:logging', 'Formatter', 'format', 'event'),
];

export const standardLibrary: Family = {
  rows: [...(files.rows ?? []), ...processes, ...(network.rows ?? []), ...(concurrency.rows ?? []), ...cpu, ...data],
  types: [...(files.types ?? []), ...(network.types ?? []), ...(concurrency.types ?? [])],
  hooks: called,
};
