import csv
from concurrent.futures import ThreadPoolExecutor

from fastapi import FastAPI

app = FastAPI()


def score(row: list[str]) -> int:
    total = 0
    for cell in row:
        total += len(cell) * 31
    return total


@app.get('/scores')
def scores(name: str):
    with open(name) as file:
        rows = list(csv.reader(file))
    with ThreadPoolExecutor() as pool:
        return list(pool.map(score, rows))  #! threads-for-cpu-work warning
