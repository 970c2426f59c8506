from coding import name_of, to_bytes, trailer


def masked(data: bytes, key: int) -> bytes:
    found = to_bytes("")
    for byte in data:
        found += to_bytes(chr(byte ^ key))  #! quadratic-accumulation hint O(data²)
    return found


def last_line(stream) -> bytes:
    line = "".encode("ascii")
    while True:
        char = stream.read(1)
        if char == to_bytes("\n"):
            break
        line = char + line  #! quadratic-accumulation hint
        stream.seek(-2, 1)
    return line


def names(words: list[str]) -> str:
    found = name_of("")
    for word in words:
        #= text grows where it is
        found += name_of(word)
    return found


def trailers(words: list[str]) -> list[str]:
    found = trailer("")
    for word in words:
        #= `+=` extends a list
        found += trailer(word)
    return found


def total(words: list[str]) -> int:
    found = len(words)
    for word in words:
        #= numbers are added
        found += len(word)
    return found


#- coding.py
import sys

if sys.version_info[0] < 3:

    def to_bytes(text):
        return text

else:
    known = {}

    def to_bytes(text):
        if text in known:
            return known[text]
        if isinstance(text, bytes):
            return text
        found = text.encode("latin-1")
        known[text] = found
        return found


def name_of(word):
    if not word:
        return ""
    return word.strip()


def trailer(word):
    return [word]
