log = ""


def note(lines: list[str]) -> None:
    global log
    for line in lines:
        log += line  #! string-building-in-loop hint O(lines²)


def counted(lines: list[str]) -> str:
    text = ""

    def add(more: list[str]) -> None:
        nonlocal text
        for line in more:
            text += line  #! string-building-in-loop hint O(more²)

    add(lines)
    return text


def by_line(text: str) -> str:
    out = ""
    for line in text.splitlines():
        out = "> " + line + "\n" + out  #! string-building-in-loop hint
    return out
