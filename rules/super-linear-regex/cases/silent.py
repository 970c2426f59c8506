import re

from flask import Flask, request

app = Flask(__name__)


@app.post("/words")
def words():
    text = request.json["text"]
    #= each character has one place
    if re.match(r"^\w+(\s\w+)*$", text):
        return "", 400
    #= tried at the beginning alone
    if re.match(r"\s+x", text):
        return "", 400
    #= whatever it reads, it matches
    return re.sub(r"(a+)+", "a", text)


@app.get("/pages")
def pages():
    #= the head of a request is short, for a square
    return re.sub(r"-+$", "", request.args["page"])


def offline(text: str) -> bool:
    #= no request leads here
    return re.match(r"^(\w+\s?)*$", text) is not None


@app.post("/fixed")
def fixed():
    #= not what a request sends
    return str(re.match(r"^(\w+\s?)*$", "a fixed text"))
