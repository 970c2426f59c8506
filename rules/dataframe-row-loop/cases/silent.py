#- shop/tables.py
import requests
import pandas as pd
from pandas import DataFrame

from engine import score


def columns(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    #= whole columns
    orders['total'] = orders['price'] * orders['count']
    return orders


def tuples(path: str) -> float:
    orders = pd.read_csv(path)
    #= plain tuples
    return sum(row.price * row.count for row in orders.itertuples())


def fetched(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    for i, row in orders.iterrows():
        #= the request takes longer
        orders.loc[i, 'state'] = requests.get(row['url'], timeout=5).text
    return orders


def scored(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    for i, row in orders.iterrows():
        #= nobody knows what `score` does
        orders.loc[i, 'score'] = score(row['price'])
    return orders


def handed_on(path: str) -> list[dict]:
    orders = pd.read_csv(path)
    #= the row itself is asked for
    return [row.to_dict() for _, row in orders.iterrows()]


def kept(path: str) -> list:
    rows = []
    #= the row itself is kept
    for _, row in pd.read_csv(path).iterrows():
        rows.append(row)
    orders = pd.read_csv(path)
    #= here, too
    for _, row in orders.iterrows():
        rows.append(row)
    return rows


def few(path: str) -> float:
    total = 0.0
    for _, row in pd.read_csv(path).head(5).iterrows():
        #= five rows
        total += row['price']
    return total


def whatever(table) -> None:
    for i, row in table.iterrows():
        #= nothing says what it is
        table.loc[i, 'total'] = row['price']


def handed_in(orders: DataFrame) -> float:
    #= who knows how long it is
    return sum(row['price'] for _, row in orders.iterrows())


def by_column(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    for name in orders:
        #= for each column
        orders.loc[0, name] = 0
    return orders


def per_column(path: str) -> DataFrame:
    #= for each column
    return pd.read_csv(path).apply(lambda column: column.max() - column.min())


def called(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    #= columns know no such function
    orders['label'] = orders.apply(lambda row: score(row['name']) + row['price'], axis=1)
    return orders


def texts(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    #= a text per row
    orders['label'] = orders.apply(lambda row: f"{row['name']}-{row['price']}", axis=1)
    return orders


def once(names: list[str]) -> DataFrame:
    table = pd.DataFrame(columns=['name'])
    for name in names:
        requests.post('https://shop.example', data=name, timeout=5)
        #= the request takes longer
        table.loc[len(table)] = [name]
    return table


def last(path: str) -> DataFrame:
    orders = pd.read_csv(path)
    #= one row
    orders.loc[len(orders)] = ['sum', 0]
    return orders
