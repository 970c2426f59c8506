"""
What a value looked like at one moment, as a tree that outlives later changes and by which two programs are compared. It keeps what `==`
loses: 1, 1.0 and True, -0.0, the order of dicts, which objects are one and the same. The order of sets is no promise, and is not kept.
"""
import collections
import opcode
import re
import sys
import types
from dataclasses import dataclass
from enum import Enum

# Objects that print with their address print differently each time.
ADDRESS = re.compile(r'0x[0-9a-f]{6,}')

ATOMS = frozenset([bool, int, float, complex, str, bytes, type(None), type(Ellipsis), type(NotImplemented), range, slice])
CODE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, type, staticmethod, classmethod, property)
SEQUENCES = (collections.deque, bytearray, type({}.keys()), type({}.values()), type({}.items()))

# Types that say themselves what to call their values.
LABELS = {}


@dataclass(frozen=True, slots=True)
class Node:
    """`label` says what it is, `steps` lead on: pairs of how a part is reached and the part."""

    label: str
    steps: tuple = ()


def snapshot(value):
    return _snap(value, '', {})


def _snap(value, path, seen):
    kind = type(value)
    if kind in ATOMS:
        return Node(ADDRESS.sub('0x…', repr(value)))
    if kind in LABELS:
        return Node(LABELS[kind](value))
    if isinstance(value, Enum):
        return Node(f'{kind.__qualname__}.{value.name}')
    if isinstance(value, CODE):
        return Node(getattr(value, '__qualname__', None) or kind.__qualname__)
    if kind is tuple or kind is frozenset:
        return Node(kind.__name__, _parts(value, path, seen))
    if id(value) in seen:
        return Node(f'the same as {seen[id(value)][0]}')
    # The value is kept alive, so that no other gets its id.
    seen[id(value)] = (path or 'the whole', value)
    if isinstance(value, BaseException):
        return Node(kind.__qualname__, _numbered('.args', _telling_args(value), path, seen))
    steps = _parts(value, path, seen)
    if steps is None and kind.__module__.partition('.')[0] in sys.stdlib_module_names:
        return Node(ADDRESS.sub('0x…', repr(value)))
    return Node(kind.__qualname__, (steps or ()) + _attributes(value, path, seen))


def _parts(value, path, seen):
    """What a container holds, read past methods that a subclass overrides; None for what is no container."""
    if isinstance(value, list):
        return _numbered('', list.__iter__(value), path, seen)
    if isinstance(value, tuple):
        return _numbered('', tuple.__iter__(value), path, seen)
    if isinstance(value, (set, frozenset)):
        return _numbered('.element ', sorted(value, key=text_of), path, seen)
    if isinstance(value, dict):
        return _entries(dict.items(value), path, seen)
    if isinstance(value, SEQUENCES):
        return _numbered('', value, path, seen)
    return None


def _numbered(name, items, path, seen):
    return tuple((f'{name}[{at}]', _snap(item, f'{path}{name}[{at}]', seen)) for at, item in enumerate(items))


def _entries(pairs, path, seen):
    steps = []
    for at, (key, item) in enumerate(pairs):
        name = text_of(key)
        steps.append((f'.key[{at}]', _snap(key, f'{path}.key[{at}]', seen)))
        steps.append((f'[{name}]', _snap(item, f'{path}[{name}]', seen)))
    return tuple(steps)


def _attributes(value, path, seen):
    """The public ones: others are nobody's business."""
    found = dict(getattr(value, '__dict__', None) or {})
    for base in type(value).__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in [slots] if isinstance(slots, str) else slots:
            if name != '__dict__' and hasattr(value, name):
                found[name] = getattr(value, name)
    return tuple((f'.{name}', _snap(found[name], f'{path}.{name}', seen)) for name in sorted(found) if not name.startswith('_'))


# Their messages name variables and types, which a fix may change, unless it is the program that says them.
SPEAKS_OF_CODE = (TypeError, AttributeError, NameError)
RAISE = opcode.opmap['RAISE_VARARGS']


def _telling_args(error):
    return error.args if not isinstance(error, SPEAKS_OF_CODE) or is_raised_on_purpose(error) else ()


def is_raised_on_purpose(error):
    """Was it a `raise` that made it, rather than an operation that failed?"""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is None or trace.tb_frame.f_code.co_code[trace.tb_lasti] == RAISE


def first_difference(before, after, path=''):
    """The first place where two trees differ, as a sentence; None where they are alike."""
    steps = [step for step, _ in before.steps]
    if before.label != after.label or steps != [step for step, _ in after.steps]:
        same = before.label.startswith('the same as') or after.label.startswith('the same as')
        reason = ' (objects that were one are two, or the reverse)' if same else ''
        return f'{path or "it"} was {words(before)} and is {words(after)}{reason}'
    for (step, old), (_, new) in zip(before.steps, after.steps):
        found = first_difference(old, new, path + step)
        if found:
            return found
    return None


BRACKETS = {'list': '[]', 'tuple': '()', 'set': '{}', 'frozenset': '{}', 'dict': '{}'}


def words(node, depth=0):
    """A tree on one line, as Python would write it where it can."""
    if not node.steps:
        return BRACKETS.get(node.label, node.label)
    if depth > 4:
        return f'{node.label}(…)'
    opening, closing = BRACKETS.get(node.label, (f'{node.label}(', ')'))
    parts = [_part(node, step, words(part, depth + 1)) for step, part in node.steps[:24] if not step.startswith('.key[')]
    return (opening + ', '.join(parts) + closing)[:600]


def _part(node, step, text):
    if step.startswith('['):
        return f'{step[1:-1]}: {text}' if node.label == 'dict' else text
    return text if '[' in step else f'{step[1:]}={text}'


def text_of(value):
    return words(snapshot(value))
