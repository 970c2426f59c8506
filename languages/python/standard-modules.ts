/**
 * The modules of the standard library, Python 3.8 to 3.14 on all platforms. Where a project has a module of the same name, it
 * matters whether every Python has one: nobody gets far with a module that hides `json`, but many have a `parser.py`.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Top-level modules of every version. */
const always = words(`
  _abc abc argparse array _ast ast _asyncio asyncio atexit base64 bdb binascii _bisect bisect _blake2 builtins _bz2 bz2 calendar cmath cmd code
  _codecs codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw codeop _collections collections _collections_abc colorsys
  _compat_pickle compileall _compression concurrent configparser contextlib _contextvars contextvars copy copyreg cProfile _csv csv _ctypes ctypes
  _curses curses _curses_panel dataclasses _datetime datetime _dbm dbm _decimal decimal difflib dis doctest _elementtree email encodings ensurepip
  enum errno faulthandler fcntl filecmp fileinput fnmatch fractions _frozen_importlib _frozen_importlib_external ftplib _functools functools
  __future__ gc _gdbm genericpath getopt getpass gettext glob grp gzip _hashlib hashlib _heapq heapq hmac html http imaplib _imp importlib inspect
  _io io ipaddress itertools _json json keyword linecache _locale locale logging _lsprof _lzma lzma mailbox _markupbase marshal math _md5
  mimetypes mmap modulefinder msvcrt _multibytecodec _multiprocessing multiprocessing netrc nt ntpath nturl2path numbers _opcode opcode _operator
  operator optparse os _osx_support _overlapped pathlib pdb _pickle pickle pickletools pkgutil platform plistlib poplib posix posixpath
  _posixshmem _posixsubprocess pprint profile pstats pty pwd _py_abc py_compile pyclbr _pydecimal pydoc pydoc_data pyexpat _pyio _queue queue
  quopri _random random re readline reprlib resource rlcompleter runpy sched _scproxy secrets select selectors _sha1 _sha3 shelve shlex shutil
  _signal signal site _sitebuiltins smtplib _socket socket socketserver _sqlite3 sqlite3 _sre sre_compile sre_constants sre_parse _ssl ssl _stat
  stat _statistics statistics _string string stringprep _strptime _struct struct subprocess _symtable symtable sys sysconfig syslog tabnanny
  tarfile tempfile termios textwrap _thread threading _threading_local time timeit _tkinter tkinter token tokenize trace traceback _tracemalloc
  tracemalloc tty turtle types typing unicodedata unittest urllib _uuid uuid venv _warnings warnings wave _weakref weakref _weakrefset webbrowser
  _winapi winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib
`);

/** Top-level modules that came or went between these versions, or that are no part of many installations. */
const sometimes = words(`
  aifc _aix_support _android_support annotationlib antigravity _ast_unparse asynchat asyncore audioop binhex _bootlocale _bootsubprocess cgi cgitb
  chunk _colorize compression _crypt crypt distutils _dummy_thread dummy_threading formatter graphlib _hmac idlelib imghdr imp _interpchannels
  _interpqueues _interpreters _ios_support lib2to3 mailcap _msi msilib nis nntplib _opcode_metadata ossaudiodev parser _peg_parser pipes
  _py_warnings _pydatetime _pylong _pyrepl _remote_debugging _sha2 _sha256 _sha512 smtpd sndhdr spwd _suggestions sunau symbol _sysconfig
  telnetlib test this _tokenize tomllib turtledemo _types _typing uu _wmi xdrlib _zoneinfo zoneinfo _zstd
`);

/** Modules in packages, as far as they are documented or named like what projects have. */
const submodules = words(`
  asyncio.base_events asyncio.base_futures asyncio.base_subprocess asyncio.base_tasks asyncio.constants asyncio.coroutines asyncio.events
  asyncio.exceptions asyncio.format_helpers asyncio.futures asyncio.graph asyncio.locks asyncio.log asyncio.mixins asyncio.proactor_events
  asyncio.protocols asyncio.queues asyncio.runners asyncio.selector_events asyncio.sslproto asyncio.staggered asyncio.streams asyncio.subprocess
  asyncio.taskgroups asyncio.tasks asyncio.threads asyncio.timeouts asyncio.tools asyncio.transports asyncio.trsock asyncio.unix_events
  asyncio.windows_events asyncio.windows_utils collections.abc
  concurrent.futures concurrent.futures.interpreter concurrent.futures.process concurrent.futures.thread concurrent.interpreters ctypes.util
  ctypes.wintypes curses.ascii curses.has_key curses.panel curses.textpad dbm.dumb dbm.gnu dbm.ndbm dbm.sqlite3 email.base64mime email.charset
  email.contentmanager email.encoders email.errors email.feedparser email.generator email.header email.headerregistry email.iterators
  email.message email.mime email.mime.application email.mime.audio email.mime.base email.mime.image email.mime.message email.mime.multipart
  email.mime.nonmultipart email.mime.text email.parser email.policy email.quoprimime email.utils html.entities html.parser http.client
  http.cookiejar http.cookies http.server importlib.abc importlib.machinery importlib.metadata importlib.readers importlib.resources
  importlib.resources.abc importlib.resources.readers importlib.resources.simple importlib.simple importlib.util json.decoder json.encoder
  json.scanner json.tool logging.config logging.handlers multiprocessing.connection multiprocessing.context multiprocessing.dummy
  multiprocessing.dummy.connection multiprocessing.forkserver multiprocessing.heap multiprocessing.managers multiprocessing.pool
  multiprocessing.popen_fork multiprocessing.popen_forkserver multiprocessing.popen_spawn_posix multiprocessing.popen_spawn_win32
  multiprocessing.process multiprocessing.queues multiprocessing.reduction multiprocessing.resource_sharer multiprocessing.resource_tracker
  multiprocessing.shared_memory multiprocessing.sharedctypes multiprocessing.spawn multiprocessing.synchronize multiprocessing.util os.path
  pathlib.types pyexpat.errors pyexpat.model sqlite3.dbapi2 sqlite3.dump string.templatelib tkinter.colorchooser tkinter.commondialog
  tkinter.constants tkinter.dialog tkinter.dnd tkinter.filedialog tkinter.font tkinter.messagebox tkinter.scrolledtext tkinter.simpledialog
  tkinter.tix tkinter.ttk unittest.async_case unittest.case unittest.loader unittest.main unittest.mock unittest.result unittest.runner
  unittest.signals unittest.suite unittest.util urllib.error urllib.parse urllib.request urllib.response urllib.robotparser wsgiref.handlers
  wsgiref.headers wsgiref.simple_server wsgiref.types wsgiref.util wsgiref.validate xml.dom xml.dom.NodeFilter xml.dom.domreg xml.dom.expatbuilder
  xml.dom.minicompat xml.dom.minidom xml.dom.pulldom xml.dom.xmlbuilder xml.etree xml.etree.ElementInclude xml.etree.ElementPath
  xml.etree.ElementTree xml.etree.cElementTree xml.parsers xml.parsers.expat xml.sax xml.sax.expatreader xml.sax.handler xml.sax.saxutils
  xml.sax.xmlreader xmlrpc.client xmlrpc.server
`);

/** Is a dotted name the standard library's? `perhaps`: unless the project has a module of that name. */
export function isStandard(name: string): 'yes' | 'perhaps' | 'no' {
  const [top = ''] = name.split('.', 1);
  if (always.has(top)) return top === name || submodules.has(name) ? 'yes' : 'perhaps';
  return sometimes.has(top) ? 'perhaps' : 'no';
}
