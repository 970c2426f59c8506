"""Which lines are new in the changed program, and which of these a run came by: what no run reaches is not compared."""
import difflib
import sys


class Reach:
    """Changed places are runs of new lines that hold code."""

    def __init__(self, before, after, codes):
        """`codes`: the compiled files after the change, by path."""
        self._left = {}
        for path, text in after.items():
            old = before.get(path, '').splitlines()
            new = text.splitlines()
            executable = _lines(codes[path])
            for tag, _, _, start, end in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
                lines = executable.intersection(range(start + 1, end + 1))
                if tag != 'equal' and lines:
                    self._left.setdefault(path, []).append((min(lines), lines, new[min(lines) - 1].strip()))

    def unreached(self):
        return [f'{path}:{first}: {text}' for path, places in self._left.items() for first, _, text in places]

    def __enter__(self):
        if self._left:
            sys.settrace(self._called)

    def __exit__(self, *_):
        sys.settrace(None)

    def _called(self, frame, event, _):
        return self._passed if frame.f_code.co_filename in self._left else None

    def _passed(self, frame, event, _):
        path = frame.f_code.co_filename
        if event == 'line' and path in self._left:
            places = [place for place in self._left[path] if frame.f_lineno not in place[1]]
            if places:
                self._left[path] = places
            else:
                del self._left[path]
        return self._passed


def _lines(code):
    found = {line for _, _, line in code.co_lines() if line}
    for constant in code.co_consts:
        if hasattr(constant, 'co_lines'):
            found |= _lines(constant)
    return found
