import requests


def local(lines: list[str]) -> str:
    text = ""
    for line in lines:
        #= nobody shares it: Python extends it where it is
        text += line + "\n"
    return text


def spelled(lines: list[str]) -> str:
    text = ""
    for line in lines:
        #= the same
        text = text + (line + "\n")
    return text


class Total:
    def __init__(self) -> None:
        self.sum = 0

    def add(self, numbers: list[int]) -> None:
        for number in numbers:
            #= a number
            self.sum += number


def own(rows: list) -> None:
    for row in rows:
        #= each has a text of its own
        row.text += "\n"


def anew(rows: list[list[str]], out) -> list[str]:
    found = []
    for row in rows:
        out.line = ""
        for cell in row[:8]:
            #= eight cells at most
            out.line += cell + ","
        found.append(out.line)
    return found


def sides(out) -> None:
    for side in ("left", "right"):
        #= two sides
        out.text += side + "\n"


def bits(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        #= a width, rather than a size
        text = str(number % 2) + text
        number //= 2
    return text


def blocks(lines: list[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if line.startswith(" ") and found:
            #= another one each time
            found[-1] += line + "\n"
        else:
            found.append(line)
    return found


def pages(urls: list[str], out) -> None:
    for url in urls:
        #= a copy is nothing beside a round trip
        out.text += requests.get(url).text + "\n"


def versions(lines: list[str]) -> list[str]:
    text = ""
    found = []
    for line in lines:
        #= somebody keeps each version
        text = line + text
        found.append(text)
    return found


def doubled(words: list[str]) -> str:
    text = "-"
    for _word in words:
        #= it doubles: what is copied is as much as what comes out
        text = text + text
    return text


def some(items: list, out) -> None:
    for item in items:
        #= nothing says that it is text
        out.total += item
