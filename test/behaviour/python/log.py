"""What happens while the code runs and an outsider could notice, in order: callbacks, calls of libraries, printed text, iterators that are asked."""

# More than this is code that does not end.
MOST = 20_000


class Endless(BaseException):
    """The code takes too long, or too much; such inputs tell nothing."""


class Log:
    """Events of one run. Printed text is one event until something else happens, however it was written."""

    def __init__(self):
        self.events = []

    def add(self, event):
        if len(self.events) > MOST:
            raise Endless
        self.events.append(event)

    def write(self, text):
        last = self.events[-1] if self.events else ''
        if last.startswith('printed '):
            self.events[-1] = last + text
            if len(self.events[-1]) > MOST:
                raise Endless
        else:
            self.add('printed ' + text)
        return len(text)

    def flush(self):
        """Nothing waits to be written."""
