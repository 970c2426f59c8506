class Report:
    def __init__(self) -> None:
        self.text = ""

    def fill(self, lines: list[str]) -> str:
        for line in lines:
            self.text += line + "\n"  #! string-building-in-loop hint O(lines²)
        return self.text

    def load(self, path: str) -> None:
        with open(path) as file:
            for line in file:
                self.text += line.strip()  #! string-building-in-loop warning


def backwards(lines: list[str]) -> str:
    text = ""
    for line in lines:
        text = line + text  #! string-building-in-loop hint O(lines²)
    return text


def three(lines: list[str]) -> str:
    text = ""
    for line in lines:
        text = text + line + "\n"  #! string-building-in-loop hint O(lines²)
    return text


def formatted(lines: list[str]) -> str:
    text = ""
    for line in lines:
        text = f"{text}{line}"  #! string-building-in-loop hint O(lines²)
    return text


def item(lines: list[str]) -> dict[str, str]:
    found = {"text": ""}
    for line in lines:
        found["text"] += f"{line}, "  #! string-building-in-loop hint
    return found


def backwards_file(path: str) -> str:
    text = ""
    with open(path) as file:
        for line in file:
            if line:
                text = line + text  #! string-building-in-loop hint
    return text
