"""Values that are legal and awkward: equal and not identical, never hashable, used up by one look, different from what their base says."""
from zlib import crc32

from snapshot import text_of


class Record:
    """An object with attributes that is equal to itself only."""

    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Equal(Record):
    """Equal by its attributes, and so without a hash."""

    def __eq__(self, other):
        return isinstance(other, Equal) and self.__dict__ == other.__dict__

    __hash__ = None


class Keyed(Equal):
    """Equal by its attributes, with a hash that agrees."""

    def __hash__(self):
        return crc32(repr(sorted(self.__dict__)).encode())


class Incomparable(Record):
    """Refuses to be compared, as arrays of numbers do."""

    def __eq__(self, other):
        raise ValueError('the truth of this comparison is ambiguous')

    def __hash__(self):
        return 1


class OwnList(list):
    """A list that finds what it does not hold, and yields in its own order."""

    def __contains__(self, item):
        return item == 'a' or super().__contains__(item)

    def __iter__(self):
        return super().__reversed__()


class OneShot:
    """An iterator: can be walked once, and being asked is an event."""

    def __init__(self, items, log, name):
        self.items = items
        self.at = 0
        self._log = log
        self._name = name

    def __iter__(self):
        return self

    def __next__(self):
        self._log.add(f'{self._name} was asked for element {self.at}')
        if self.at >= len(self.items):
            raise StopIteration
        self.at += 1
        return self.items[self.at - 1]


class AsyncOneShot(OneShot):
    """The same for `async for`."""

    __iter__ = None

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return super().__next__()
        except StopIteration:
            raise StopAsyncIteration from None


class CallbackFailed(Exception):
    """What a callback raises, if it does."""


class Callback:
    """
    A function that answers by its arguments alone, so that asking in another order changes the record and not the answers.
    `raises_at`: the call, from 0, that fails. `changes`: it adds to the first argument that can be added to.
    """

    def __init__(self, answers, raises_at, changes, log, name):
        self._answers = answers
        self._raises_at = raises_at
        self._changes = changes
        self._log = log
        self._name = name
        self._calls = 0

    def __call__(self, *args, **kwargs):
        given = ', '.join([*map(text_of, args), *(f'{key}={text_of(value)}' for key, value in kwargs.items())])
        self._log.add(f'{self._name}({given})')
        self._calls += 1
        if self._calls - 1 == self._raises_at:
            raise CallbackFailed(self._calls)
        if self._changes:
            change_one(args)
        return self._answers[crc32(given.encode()) % len(self._answers)] if self._answers else None


class AsyncCallback(Callback):
    """The same for `await`."""

    async def __call__(self, *args, **kwargs):
        return super().__call__(*args, **kwargs)


def change_one(args):
    for arg in args:
        if isinstance(arg, list):
            arg.append('added by the callback')
            return
        if isinstance(arg, Record):
            arg.seen = True
            return
