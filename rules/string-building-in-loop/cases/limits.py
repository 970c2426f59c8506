from html.parser import HTMLParser


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        #? miss: the loop is the parser's, which calls this once per piece of text
        self.text += data + " "


def shared(lines: list[str]) -> list[str]:
    text = ""
    last = [text]
    for line in lines:
        #? miss: the list holds it as well, so that it is copied to be extended
        text += line
        last[0] = text
    return last


def until(read) -> str:
    text = ""
    while True:
        line = read()
        if not line:
            return text
        #? miss: nothing says how long the loop is
        text = line + text


def nested(pages: list[list[str]], out) -> None:
    for page in pages:
        for line in page:
            #? miss: each page may be short; all together they are many
            out.text += line + "\n"
