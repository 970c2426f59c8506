# What calling a class yields is for its metaclass to say.
from flask import Flask
from sqlalchemy import create_engine

app = Flask(__name__)


class Singleton(type):
    made = {}

    def __call__(cls, *args):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args)
        return cls.made[cls]


class Index(metaclass=Singleton):
    def __init__(self):
        self.engine = create_engine('sqlite://') #= whoever asks again is given the first


class Search:
    def __init__(self):
        self.engine = create_engine('sqlite://') #! client-per-request


@app.route('/search')
def search():
    return str((Index().engine, Search().engine))
