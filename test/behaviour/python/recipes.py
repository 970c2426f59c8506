"""
Inputs as recipes: drawn once, and made afresh for each run, because a run uses its inputs up. A recipe that stands in two places makes one
object in two places; two equal recipes make two equal objects.
"""
import collections
from dataclasses import dataclass

from libraries import Fake
from strange import AsyncCallback, AsyncOneShot, Callback, Equal, Incomparable, Keyed, OneShot, OwnList, Record


@dataclass(frozen=True, slots=True, eq=False)
class Recipe:
    """`kind` is a key of MAKERS; `data` is what it needs beside its parts."""

    kind: str
    data: object = None
    parts: tuple = ()


@dataclass(frozen=True, slots=True)
class Call:
    """Arguments of one call; `names` are those of the last ones, which are given by name. `method` is None for the target itself."""

    method: str | None
    args: tuple
    names: tuple = ()


class Kitchen:
    """Makes the values of one run. `stage` has the log of the run and the classes of the program."""

    def __init__(self, stage):
        self.stage = stage
        self._made = {}
        self._named = collections.Counter()

    def make(self, recipe):
        if recipe.kind == 'value':
            return recipe.data
        if recipe not in self._made:
            self._made[recipe] = MAKERS[recipe.kind](self, recipe.data, [self.make(part) for part in recipe.parts])
        return self._made[recipe]

    def name(self, word):
        """`callback 1`, `callback 2`: for events."""
        self._named[word] += 1
        return f'{word} {self._named[word]}'


def _hashable(items):
    kept = []
    seen = set()
    for item in items:
        try:
            seen.add(item)
        except Exception:
            continue
        kept.append(item)
    return kept


def _pairs(parts):
    values = {id(key): value for key, value in zip(parts[::2], parts[1::2])}
    return [(key, values[id(key)]) for key in _hashable(parts[::2])]


def _named(data, parts):
    return dict(zip(data, parts))


def _instance(kitchen, data, parts):
    reference, names = data
    positional = parts[: len(parts) - len(names)]
    return kitchen.stage.lookup(reference)(*positional, **_named(names, parts[len(positional) :]))


def _callback(kind):
    def make(kitchen, data, parts):
        raises_at, changes = data
        return kind(parts, raises_at, changes, kitchen.stage.log, kitchen.name('callback'))

    return make


def _one_shot(kind):
    return lambda kitchen, _, parts: kind(parts, kitchen.stage.log, kitchen.name('iterator'))


def _default_dict(kitchen, data, parts):
    return collections.defaultdict(data, _pairs(parts))


MAKERS = {
    'list': lambda _, __, parts: list(parts),
    'own list': lambda _, __, parts: OwnList(parts),
    'tuple': lambda _, __, parts: tuple(parts),
    'fixed tuple': lambda _, __, parts: tuple(parts),
    'deque': lambda _, __, parts: collections.deque(parts),
    'set': lambda _, __, parts: set(_hashable(parts)),
    'frozenset': lambda _, __, parts: frozenset(_hashable(parts)),
    'dict': lambda _, __, parts: dict(_pairs(parts)),
    'ordered dict': lambda _, __, parts: collections.OrderedDict(_pairs(parts)),
    'default dict': _default_dict,
    'counter': lambda _, __, parts: collections.Counter(dict(_pairs(parts))),
    'iterator': _one_shot(OneShot),
    'async iterator': _one_shot(AsyncOneShot),
    'callback': _callback(Callback),
    'async callback': _callback(AsyncCallback),
    'record': lambda _, data, parts: Record(**_named(data, parts)),
    'equal record': lambda _, data, parts: Equal(**_named(data, parts)),
    'keyed record': lambda _, data, parts: Keyed(**_named(data, parts)),
    'incomparable record': lambda _, data, parts: Incomparable(**_named(data, parts)),
    'row': lambda _, data, parts: _named(data, parts),
    'instance': _instance,
    'member': lambda kitchen, data, _: kitchen.stage.lookup(data),
    'library': lambda kitchen, data, _: Fake(f'{data}()', kitchen.stage.log, kitchen.stage.program.plain),
}

# Kinds whose parts can be left out one by one, and those that go in pairs.
LOOSE = frozenset(['list', 'own list', 'tuple', 'deque', 'set', 'frozenset', 'iterator', 'async iterator'])
PAIRED = frozenset(['dict', 'ordered dict', 'default dict', 'counter'])


def smaller(calls):
    """The same calls with a little less, largest steps first."""
    for at in range(len(calls) - 1, 0, -1):
        yield [*calls[:at], *calls[at + 1 :]]
    for recipe in _all_of(calls):
        step = 1 if recipe.kind in LOOSE else 2
        if recipe.kind not in LOOSE and recipe.kind not in PAIRED:
            continue
        for at in range(0, len(recipe.parts), step):
            less = Recipe(recipe.kind, recipe.data, recipe.parts[:at] + recipe.parts[at + step :])
            known = {recipe: less}
            yield [Call(call.method, tuple(_replaced(arg, known) for arg in call.args), call.names) for call in calls]


def _all_of(calls):
    seen = {}

    def visit(recipe):
        if recipe not in seen:
            seen[recipe] = True
            for part in recipe.parts:
                visit(part)

    for call in calls:
        for arg in call.args:
            visit(arg)
    return list(seen)


def _replaced(recipe, known):
    if recipe not in known:
        parts = tuple(_replaced(part, known) for part in recipe.parts)
        known[recipe] = recipe if all(new is old for new, old in zip(parts, recipe.parts)) else Recipe(recipe.kind, recipe.data, parts)
    return known[recipe]


FORMS = {
    'list': '[{}]',
    'own list': 'OwnList([{}])',
    'tuple': '({})',
    'fixed tuple': '({})',
    'set': '{{{}}}',
    'frozenset': 'frozenset([{}])',
    'iterator': 'iter([{}])',
    'dict': '{{{}}}',
    'row': '{{{}}}',
    'callback': 'a callback that answers {}',
}


def told(target, calls):
    """The calls as text, for whoever must understand a difference."""
    return ''.join(_call_text(f'.{call.method}' if call.method else target, call) for call in calls)


def _call_text(name, call):
    args = [_text(arg) for arg in call.args]
    return f'{name}({", ".join(_with_names(call.names, args))})'


def _text(recipe):
    if recipe.kind == 'value':
        return repr(recipe.data)
    parts = [_text(part) for part in recipe.parts]
    if recipe.kind in PAIRED:
        parts = [f'{key}: {value}' for key, value in zip(parts[::2], parts[1::2])]
    elif recipe.kind == 'instance':
        reference, names = recipe.data
        return f'{reference[1]}({", ".join(_with_names(names, parts))})'
    elif recipe.kind in ('member', 'library'):
        return recipe.data[1] if isinstance(recipe.data, tuple) else recipe.data
    elif recipe.kind == 'row':
        parts = [f'{key!r}: {part}' for key, part in zip(recipe.data, parts)]
    elif 'record' in recipe.kind:
        parts = _with_names(recipe.data, parts)
    inside = ', '.join(parts)
    if recipe.kind == 'callback' and recipe.data != (-1, False):
        raises_at, changes = recipe.data
        inside += (f', raises at call {raises_at}' if raises_at >= 0 else '') + (', changes its argument' if changes else '')
    return FORMS.get(recipe.kind, recipe.kind + '({})').format(inside)


def _with_names(names, parts):
    """The last parts with their names before them."""
    start = len(parts) - len(names)
    return [f'{names[at - start]}={part}' if at >= start else part for at, part in enumerate(parts)]
