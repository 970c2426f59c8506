import socket


def download(connection: socket.socket) -> bytes:
    data = b""
    while True:
        chunk = connection.recv(4096)
        if not chunk:
            break
        data += chunk  #! quadratic-accumulation hint
    return data


def frames(paths: list[str]) -> bytes:
    joined = bytes()
    for path in paths:
        with open(path, "rb") as file:
            joined = joined + file.read()  #! quadratic-accumulation hint O(paths²)
    return joined


def until(stream, mark: bytes) -> bytes:
    found = b""
    while True:
        part = stream.read(16)
        if not part:
            return found
        at = (found + part).find(mark)
        if at >= 0:
            #= the loop ends here
            found = (found + part)[:at]
            break
        found += part  #! quadratic-accumulation hint
    return found


class Reader:
    def __init__(self, stream) -> None:
        self.stream = stream
        self.text = b""

    def all(self) -> bytes:
        for line in self.stream:
            self.text += line  #! quadratic-accumulation hint
        return self.text


def mutable(stream) -> bytearray:
    data = bytearray()
    for line in stream:
        #= a bytearray is extended where it is
        data += line
    return data


def pairs(digits: bytes) -> list[bytes]:
    pair = b""
    found = []
    for digit in digits:
        #= empty again after two
        pair += bytes((digit,))
        if len(pair) == 2:
            found.append(pair)
            pair = b""
    return found


def lines(stream) -> list[bytes]:
    found = []
    for block in stream:
        head = b""
        for part in block[:4]:
            #= four parts at most, and empty again for each block
            head += part
        found.append(head)
    return found


def packed(number: int) -> bytes:
    found = b""
    for shift in (24, 16, 8, 0):
        #= four bytes
        found += bytes((number >> shift & 255,))
    return found


def text(lines: list[str]) -> str:
    found = ""
    for line in lines:
        #= text grows where it is, as long as nobody else holds it
        found += line
    return found


def header(stream) -> bytes:
    head = b""
    while len(head) < 8:
        #= eight bytes at most
        head += stream.read(8 - len(head))
    return head
