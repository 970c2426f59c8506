/**
 * What computes in the interpreter and holds its lock: no other thread runs meanwhile. What lets go of the lock (`numpy`, `zlib`, `hashlib`, files,
 * sockets) is not here, nor is anything of which that is not known. What only says something in passing is.
 */
import { symbols, words } from '../../words.ts';

const builtins = `abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float format frozenset getattr hasattr hash hex
  id int isinstance issubclass iter len list map max min next object oct ord pow print range repr reversed round set setattr slice sorted str sum super tuple
  type vars zip ArithmeticError AssertionError AttributeError Exception IndexError KeyError LookupError NotImplementedError OverflowError RuntimeError
  StopIteration TypeError ValueError ZeroDivisionError`;

export const interpreted: readonly string[] = [
  ...symbols('py:builtins', builtins),
  ...symbols('py:math py:cmath py:itertools py:operator py:heapq py:bisect py:statistics py:fractions py:decimal py:textwrap py:unicodedata', '*'),
  ...symbols('py:itertools', 'chain.from_iterable'),
  ...symbols('py:functools', 'reduce partial cmp_to_key'),
  ...symbols('py:collections', 'Counter defaultdict deque OrderedDict namedtuple ChainMap'),
  ...symbols('py:random py:random#Random', '*'),
  ...symbols('py:re py:re#Pattern py:re#Match', '*'),
  ...symbols('py:difflib py:difflib#SequenceMatcher py:difflib#Differ', '*'),
  ...symbols('py:json', 'loads dumps'),
  ...symbols('py:copy', 'copy deepcopy'),
  ...symbols('py:html', 'escape unescape'),
  ...symbols('py:base64 py:struct py:binascii', '*'),
  ...symbols('py:time', 'time monotonic perf_counter process_time time_ns perf_counter_ns'),
  ...symbols('py:datetime', 'datetime date time timedelta'),
  ...symbols('py:ast', 'parse literal_eval walk'),
  ...symbols('py:yaml', 'safe_load load dump safe_dump'),
  ...symbols('py:markdown py:markdown2', 'markdown'),
  ...symbols('py:logging py:logging#Logger', 'debug info warning error exception critical log'),
  ...symbols('py:logging', 'getLogger'),
  ...symbols('py:threading', 'current_thread get_ident'),
  ...symbols('py:os', 'getpid cpu_count'),
];

export const native = words('py:numpy py:cupy py:jax py:torch py:tensorflow py:pandas py:polars py:scipy py:cv2 py:numba');
