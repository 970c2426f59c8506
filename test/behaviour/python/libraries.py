"""
Stand-ins for libraries: whatever is asked of them is an event, and what they answer depends on the question alone. So two programs that
ask the same in the same order get the same, on a machine with the library and on one without.
"""
import abc
import asyncio
import re
import types
from zlib import crc32

import snapshot
from snapshot import text_of

# Names under which libraries export what can be raised.
ERROR = re.compile(r'(?:^|\.)[A-Z]\w*(?:Error|Exception|Warning|Timeout|Abort|DoesNotExist|ObjectsReturned|404)$')
LONGEST_NAME = 240
# Few, so that fields of different rows are often equal.
PLAIN = ('a', 'b', 'c')


class Fake:
    """Something of a library: a module, a function, an object that it answered with. Its name is the question that led to it."""

    def __init__(self, name, log, plain=frozenset()):
        """`plain`: attributes and keys that hold a plain value, as far as the program shows."""
        self.__dict__['_name'] = name if len(name) <= LONGEST_NAME else f'{name[:LONGEST_NAME]}…{crc32(name.encode())}'
        self.__dict__['_log'] = log
        self.__dict__['_plain'] = plain

    def _next(self, name):
        return Fake(name, self._log, self._plain)

    def _holds_plain(self, name):
        """Rows and answers have fields; modules and classes do not."""
        return name in self._plain and self._name.endswith((')', ']'))

    def _number(self, below):
        return crc32(self._name.encode()) % below

    def __getattr__(self, name):
        if name == '__all__':
            return ()
        if name.startswith('__'):
            raise AttributeError(name)
        full = f'{self._name}.{name}'
        if self._holds_plain(name):
            return PLAIN[crc32(full.encode()) % len(PLAIN)]
        # Kept, so that asking twice gives one and the same.
        self.__dict__[name] = found = type(name, (Exception,), {'__module__': self._name}) if ERROR.search(full) else self._next(full)
        return found

    def __setattr__(self, name, value):
        self._log.add(f'{self._name}.{name} = {text_of(value)}')
        self.__dict__[name] = value

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and isinstance(args[0], (types.FunctionType, type)):
            self._log.add(f'{self._name}({args[0].__qualname__})')
            # A decorator; what it decorates stays callable.
            return args[0]
        name = f'{self._name}({", ".join([*map(text_of, args), *(f"{key}={text_of(value)}" for key, value in kwargs.items())])})'
        self._log.add(name)
        return self._next(name)

    def __getitem__(self, key):
        if isinstance(key, str) and self._holds_plain(key):
            return getattr(self, key)
        return self._next(f'{self._name}[{text_of(key)}]')

    def __setitem__(self, key, value):
        self._log.add(f'{self._name}[{text_of(key)}] = {text_of(value)}')

    def __delitem__(self, key):
        self._log.add(f'del {self._name}[{text_of(key)}]')

    def _items(self):
        self._log.add(f'{self._name} was walked')
        return [self._next(f'{self._name}[{at}]') for at in range(self._number(4))]

    def __iter__(self):
        return iter(self._items())

    async def __aiter__(self):
        for item in self._items():
            await asyncio.sleep(0)
            yield item

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        self._log.add(f'{self._name} was awaited')
        return self

    def __enter__(self):
        self._log.add(f'{self._name} was entered')
        return self

    def __exit__(self, kind, error, trace):
        self._log.add(f'{self._name} was left{" by " + kind.__qualname__ if kind else ""}')
        return False

    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, kind, error, trace):
        return self.__exit__(kind, error, trace)

    def __len__(self):
        self._log.add(f'the length of {self._name} was asked')
        return self._number(4)

    def __bool__(self):
        return self._number(4) > 0

    def __eq__(self, other):
        return isinstance(other, Fake) and self._name == other._name

    def __hash__(self):
        return self._number(1 << 30)

    def __lt__(self, other):
        return self._name < text_of(other)

    def __gt__(self, other):
        return self._name > text_of(other)

    def __int__(self):
        return self._number(5)

    __index__ = __int__

    def __float__(self):
        return float(self._number(5))

    def __str__(self):
        return self._name

    __repr__ = __str__

    def __instancecheck__(self, value):
        return False

    def __mro_entries__(self, bases):
        base = self._name.rpartition('.')[2]
        return (LibraryType(base, (LibraryObject,), {'__module__': self._name, '__log__': self._log, '__plain__': self._plain}),)


def _operator(sign):
    def forward(self, other):
        return self._next(f'({self._name} {sign} {text_of(other)})')

    def backward(self, other):
        return self._next(f'({text_of(other)} {sign} {self._name})')

    return forward, backward


for _name, _sign in {'add': '+', 'sub': '-', 'mul': '*', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'and': '&', 'or': '|', 'xor': '^'}.items():
    _forward, _backward = _operator(_sign)
    setattr(Fake, f'__{_name}__', _forward)
    setattr(Fake, f'__r{_name}__', _backward)
for _name, _sign in {'invert': '~', 'neg': '-'}.items():
    setattr(Fake, f'__{_name}__', lambda self, sign=_sign: self._next(f'({sign}{self._name})'))


class LibraryType(abc.ABCMeta):
    """Classes of libraries that classes of the program extend: what they do not have themselves, the library has."""

    def __getattr__(cls, name):
        if name.startswith('_') or not hasattr(cls, '__log__'):
            raise AttributeError(name)
        return Fake(f'{cls.__qualname__}.{name}', cls.__log__, cls.__plain__)


class LibraryObject(metaclass=LibraryType):
    """Takes its attributes by name, as models do."""

    def __init__(self, *args, **kwargs):
        self.__dict__.update(kwargs)

    def __init_subclass__(cls, **kwargs):
        """Takes options, as the bases of libraries do."""

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return getattr(Fake(f'{type(self).__qualname__}()', type(self).__log__, type(self).__plain__), name)


def is_library_class(kind):
    return isinstance(kind, LibraryType) and '__init__' not in vars(kind)


snapshot.LABELS[Fake] = str
