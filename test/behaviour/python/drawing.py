"""Inputs for a type as annotations state it: all that a type checker would let through, the awkward ones on purpose."""
import collections
import collections.abc
import datetime
import decimal
import enum
import inspect
import types
import typing
import uuid
from dataclasses import dataclass

import nasty
from dice import Dice
from libraries import Fake, is_library_class
from nasty import many, value
from recipes import Call, Recipe
from signatures import UNSTATED, hints_of
from usage import Usage


class Unsupported(Exception):
    """There are no inputs for this type."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What a drawing depends on: chance, the size of the run, the program, and what its module does with things that have no type."""

    dice: Dice
    size: int
    usage: Usage
    # The program as it was loaded to look at, see `stage.Stage`.
    stage: object


POOLS = {
    str: nasty.STRINGS,
    int: (*nasty.INTEGERS, True),
    float: (*nasty.NUMBERS, 1, True),
    bool: (True, False),
    complex: (0j, 1j, 1 + 0j),
    bytes: (b'', b'a', b'b'),
    decimal.Decimal: (decimal.Decimal('0'), decimal.Decimal('1'), decimal.Decimal('1.0'), decimal.Decimal('NaN')),
    datetime.date: (datetime.date(2020, 1, 1), datetime.date(2020, 2, 1)),
    datetime.datetime: (datetime.datetime(2020, 1, 1), datetime.datetime(2020, 1, 1, 12)),
    datetime.timedelta: (datetime.timedelta(0), datetime.timedelta(days=1)),
    uuid.UUID: (uuid.UUID(int=1), uuid.UUID(int=2)),
}

abc = collections.abc
# What a caller may hand in where this is asked for.
COLLECTIONS = {
    list: ('list',),
    tuple: ('tuple',),
    set: ('set',),
    frozenset: ('frozenset',),
    collections.deque: ('deque',),
    abc.Sequence: ('list', 'list', 'tuple'),
    abc.MutableSequence: ('list',),
    abc.Collection: ('list', 'list', 'tuple', 'set'),
    abc.Container: ('list', 'tuple', 'set'),
    abc.Reversible: ('list', 'tuple'),
    abc.Iterable: ('list', 'list', 'tuple', 'set', 'iterator', 'iterator'),
    abc.Iterator: ('iterator',),
    abc.Generator: ('iterator',),
    abc.Set: ('set', 'frozenset'),
    abc.MutableSet: ('set',),
    abc.AsyncIterable: ('async iterator',),
    abc.AsyncIterator: ('async iterator',),
    abc.AsyncGenerator: ('async iterator',),
}
# A string is a sequence of strings.
HOLDS_TEXT = (abc.Sequence, abc.Collection, abc.Container, abc.Iterable, abc.Reversible)
MAPPINGS = {
    dict: 'dict',
    abc.Mapping: 'dict',
    abc.MutableMapping: 'dict',
    collections.OrderedDict: 'ordered dict',
    collections.defaultdict: 'default dict',
    collections.Counter: 'counter',
}
# What an object has without being handed it.
OF_CLASSES = (types.FunctionType, property, staticmethod, classmethod)
WRAPPERS = (typing.Final, typing.ClassVar, typing.Required, typing.NotRequired)
DEEPEST = 4


def draw_call(draw, parameters, method=None, depth=0):
    """Arguments for all parameters; those that may be left out sometimes are. Two of one type are sometimes one and the same object."""
    args, named, by_type = [], {}, {}
    by_name = False
    for parameter in parameters:
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            continue
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            if not by_name:
                args.extend(for_type(parameter.type, draw, depth + 1) for _ in range(draw.dice.below(4)))
            by_name = True
            continue
        if parameter.optional and draw.dice.chance(3):
            # What follows can only be given by name.
            by_name = True
            continue
        recipe = for_type(parameter.type, draw, depth, parameter.role)
        twin = by_type.setdefault((str(parameter.type), parameter.role), recipe)
        if draw.dice.chance(10):
            recipe = twin
        if by_name or parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            named[parameter.name] = recipe
        else:
            args.append(recipe)
    return Call(method, (*args, *named.values()), tuple(named))


def for_type(type_, draw, depth=0, role=None):
    """`role`: what the code does with it, for types that say nothing."""
    origin = typing.get_origin(type_)
    args = typing.get_args(type_)
    if isinstance(type_, Fake):
        return Recipe('library', str(type_))
    if type_ in (UNSTATED, typing.Any, object):
        return nasty.anything(draw, role, depth)
    if type_ in (None, type(None)):
        return value(None)
    if origin in (typing.Union, types.UnionType):
        return for_type(draw.dice.pick(args), draw, depth, role)
    if origin is typing.Literal:
        return value(draw.dice.pick(args))
    if origin in WRAPPERS:
        return for_type(args[0], draw, depth, role)
    if type(type_).__name__ == 'TypeAliasType':
        return for_type(type_.__value__, draw, depth, role)
    if isinstance(type_, typing.NewType):
        return for_type(type_.__supertype__, draw, depth, role)
    if isinstance(type_, typing.TypeVar):
        bound = type_.__bound__ or (type_.__constraints__ or [UNSTATED])[0]
        return for_type(bound, draw, depth, role)
    pool = _pool(type_, draw)
    if pool:
        return nasty.of_pool(draw, type_, pool)
    if (origin or type_) is abc.Callable:
        return _callback(args, draw, depth)
    if origin is type and draw.stage.reference(args[0]):
        return Recipe('member', draw.stage.reference(args[0]))
    kind = origin or type_
    if kind is tuple and args and args[-1] is not ...:
        return Recipe('fixed tuple', None, tuple(for_type(each, draw, depth + 1) for each in args))
    if kind in COLLECTIONS:
        return _collection(kind, args, draw, depth)
    if kind in MAPPINGS:
        return _mapping(kind, args, draw, depth)
    if isinstance(kind, type) and (typing.is_typeddict(kind) or draw.stage.reference(kind)):
        return draw_object(kind, draw, depth)
    raise Unsupported(str(type_))


def _pool(type_, draw):
    """Stand-ins for clocks extend the real types."""
    if not isinstance(type_, type) or draw.stage.reference(type_):
        return None
    return next((POOLS[base] for base in type_.__mro__ if base in POOLS), None)


def _callback(args, draw, depth):
    returns = args[1] if len(args) == 2 else UNSTATED
    later = typing.get_origin(returns) in (abc.Awaitable, abc.Coroutine)
    answer = typing.get_args(returns)[-1] if later else returns
    recipe = nasty.callback(draw, depth, lambda: for_type(answer, draw, depth + 1))
    return Recipe('async callback', recipe.data, recipe.parts) if later else recipe


def _collection(kind, args, draw, depth):
    if kind in HOLDS_TEXT and args == (str,) and draw.dice.chance(8):
        return value(draw.dice.pick(('', 'a', 'abc', 'aba')))
    one = (lambda: for_type(args[0], draw, depth + 1)) if args else nasty.elements(draw, depth)
    return Recipe(draw.dice.pick(COLLECTIONS[kind]), None, many(draw, one, depth) if depth < DEEPEST else ())


def _mapping(kind, args, draw, depth):
    key, item = args if len(args) == 2 else (args[0] if args else str, int if kind is collections.Counter else UNSTATED)
    keys = many(draw, lambda: for_type(key, draw, depth + 1), depth) if depth < DEEPEST else ()
    if key is str and draw.usage.keys and draw.dice.below(5):
        keys = (*keys, *map(value, sorted(draw.usage.keys)))
    parts = tuple(part for each in keys for part in (each, for_type(item, draw, depth + 1)))
    made = typing.get_origin(item) or item
    return Recipe(MAPPINGS[kind], made if made in (list, set, dict, int, float, str) else None, parts)


def draw_object(kind, draw, depth=0):
    """An instance of a class of the program, or of one that extends it."""
    if depth > DEEPEST:
        raise Unsupported(f'{kind.__qualname__}, which contains itself')
    if typing.is_typeddict(kind):
        hints = hints_of(kind, draw.stage.namespace(kind))
        kept = [name for name in hints if name in kind.__required_keys__ or draw.dice.below(3)]
        return Recipe('row', tuple(kept), tuple(for_type(hints[name], draw, depth + 1) for name in kept))
    module, name = draw.stage.reference(kind)
    if issubclass(kind, enum.Enum):
        return Recipe('member', (module, f'{name}.{draw.dice.pick(list(kind)).name}'))
    concrete = [each for each in [kind, *draw.stage.subclasses(kind)] if not inspect.isabstract(each) and not getattr(each, '_is_protocol', False)]
    if not concrete:
        names, parts = _attributes(kind, draw, depth)
        return Recipe('record', names, parts)
    chosen = draw.dice.pick(concrete)
    if is_library_class(chosen):
        names, parts = _attributes(chosen, draw, depth)
    else:
        call = draw_call(draw, draw.stage.parameters_of(chosen), None, depth + 1)
        names, parts = call.names, call.args
    return Recipe('instance', (draw.stage.reference(chosen), names), parts)


def _attributes(kind, draw, depth):
    """What an object without a constructor of its own has: what the class states, and whatever else the code reads."""
    stated = {name: type_ for name, type_ in hints_of(kind, draw.stage.namespace(kind)).items() if typing.get_origin(type_) is not typing.ClassVar}
    own = [name for name in dir(kind) if isinstance(inspect.getattr_static(kind, name), OF_CLASSES)]
    names = (*stated, *sorted(draw.usage.attributes.difference(stated, own)))
    return names, tuple(for_type(stated[name], draw, depth + 1) if name in stated else nasty.scalar(draw, depth + 1) for name in names)
