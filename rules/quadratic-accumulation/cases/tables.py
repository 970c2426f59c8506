import numpy as np
import pandas as pd


def read_all(paths: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame()
    for path in paths:
        frame = pd.concat([frame, pd.read_csv(path)])  #! quadratic-accumulation hint O(paths²)
    return frame


def lengths(path: str):
    values = np.array([])
    for line in open(path):
        values = np.append(values, len(line))  #! quadratic-accumulation warning
    return values


def stacked(rows: list[list[float]]):
    table = np.empty((0, 3))
    for row in rows:
        table = np.vstack((table, row))  #! quadratic-accumulation O(rows²)
    return table


def read_once(paths: list[str]) -> pd.DataFrame:
    #= one copy of all, at the end
    return pd.concat([pd.read_csv(path) for path in paths])


def per_file(paths: list[str]) -> list[pd.DataFrame]:
    found = []
    for path in paths:
        frame = pd.read_csv(path)
        #= another frame each time
        frame = pd.concat([frame, frame.tail(1)])
        found.append(frame)
    return found


def halves(values):
    #= two halves
    for half in ("left", "right"):
        values = np.append(values, len(half))
    return values
