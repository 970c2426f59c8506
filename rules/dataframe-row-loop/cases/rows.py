#- shop/tables.py
import csv
import math

import numpy as np
import pandas as pd
from pandas import DataFrame


def totals(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    for i, row in orders.iterrows():
        orders.loc[i, 'total'] = row['price'] * row['count']  #! dataframe-row-loop hint
    return orders


def counted(orders: DataFrame) -> None:
    for i in range(len(orders)):
        orders.at[i, 'total'] = orders.at[i, 'price'] * orders.at[i, 'count']  #! dataframe-row-loop hint


def by_key(orders: DataFrame) -> None:
    for key in orders.index:
        price = orders.loc[key, 'price']
        orders.loc[key, 'root'] = math.sqrt(price) + np.log(price)  #! dataframe-row-loop hint


def vat(price: float) -> float:
    return round(price * 1.19, 2)


def through_helper(path: str) -> DataFrame:
    orders = pd.read_excel(path).dropna()
    for i, row in orders.iterrows():
        orders.loc[i, 'vat'] = vat(row['price'])  #! dataframe-row-loop hint
    return orders


def summed(path: str) -> float:
    orders = pd.read_csv(path)
    total = 0.0
    for _, row in orders.iterrows():  #! dataframe-row-loop hint
        total += row['price'] * row['count']
    return total


def listed(path: str) -> list[float]:
    orders = pd.read_csv(path)
    return [row['price'] * row['count'] for _, row in orders.iterrows()]  #! dataframe-row-loop hint


def found_one_by_one(path: str) -> float:
    orders = pd.read_csv(path)
    total = 0.0
    for i in range(len(orders)):
        total += orders.iloc[i]['price']  #! dataframe-row-loop hint
    return total


def applied(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    orders['total'] = orders.apply(lambda row: row['price'] * row['count'], axis=1)  #! dataframe-row-loop hint
    return orders


def gathered(names: list[str]) -> DataFrame:
    table = pd.DataFrame(columns=['name', 'length'])
    for name in names:
        table.loc[len(table)] = [name, len(name)]  #! dataframe-row-loop hint O(names²)
    return table


def from_file(path: str) -> DataFrame:
    table = pd.DataFrame(columns=['name', 'price'])
    with open(path) as file:
        for row in csv.reader(file):
            table.loc[len(table)] = row  #! dataframe-row-loop hint
    return table


#- shop/handlers.py
import pandas as pd
from fastapi import FastAPI

app = FastAPI()


@app.get('/totals')
def totals(name: str) -> list[float]:
    orders = pd.read_csv(name)
    for i, row in orders.iterrows():
        orders.loc[i, 'total'] = row['price'] * row['count']  #! dataframe-row-loop warning
    return orders['total'].tolist()
