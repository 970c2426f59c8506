import re

from flask import Flask, request

app = Flask(__name__)

WORDS = re.compile(r"^(\w+\s?)*$")


@app.post("/words")
def words():
    text = request.json["text"]
    if not WORDS.match(text):  #! super-linear-regex warning O(2ⁿ)
        return "", 400
    if re.fullmatch(r"(a|a)*b", text):  #! super-linear-regex warning O(2ⁿ)
        return "", 400
    return re.sub(r"\s+$", "", text)  #! super-linear-regex hint O(n²)


def is_email(email: str) -> bool:
    return re.match(r"^\S+@\S+\.\S+$", email) is not None  #! super-linear-regex warning O(n²)


@app.post("/users")
def users():
    return str(is_email(request.json["email"]))


@app.post("/links")
def links():
    body = request.json
    if re.search(r"\A(\w+\s?){,9}(a+)+\Z", body["title"]):  #! super-linear-regex warning O(2ⁿ)
        return "", 400
    # The body may be long, whatever its parts are called.
    return re.sub(r"/+$", "", body["path"])  #! super-linear-regex hint O(n²)
