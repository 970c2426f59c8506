import psycopg2
import psycopg
import pymysql
from fastapi import FastAPI
from sqlalchemy import create_engine, text

app = FastAPI()
connection = psycopg.connect('dbname=shop')
engine = create_engine('postgresql:///shop')


# trap: MySQL sends only inserts together
@app.post('/mysql')
def with_mysql(names: list[str]):
    cursor = pymysql.connect().cursor()  #! client-per-request
    for name in names:
        cursor.execute('UPDATE tags SET used = 1 WHERE name = %s', (name,))  #! n-plus-one-query 💡none
    return {}


# trap: an ON DUPLICATE KEY clause with the values again
@app.post('/mysql_duplicates')
def with_duplicates(names: list[str]):
    cursor = pymysql.connect().cursor()  #! client-per-request
    for name in names:
        cursor.execute('INSERT INTO tags (name) VALUES (%s) ON DUPLICATE KEY UPDATE used = used + 1', (name,))  #! n-plus-one-query 💡suggestion
    return {}


# trap: only some, and one more thing for the others
@app.post('/some')
def some(names: list[str]):
    empty = 0
    with connection.cursor() as cursor:
        for name in names:
            if name:
                cursor.execute('INSERT INTO tags (name) VALUES (%s)', (name,))  #! n-plus-one-query 💡suggestion
            else:
                empty += 1
    return empty


# trap: a statement that is chosen
@app.post('/chosen')
def chosen(names: list[str], new: bool):
    statement = 'INSERT INTO tags (name) VALUES (%s)'
    with connection.cursor() as cursor:
        for name in names:
            if name == 'old':
                statement = 'DELETE FROM tags WHERE name = %s'
            cursor.execute(statement, (name,))  #! n-plus-one-query 💡none
    return {}


# trap: one insert for each name
@app.post('/plain')
def plain(names: list[str]):
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute('INSERT INTO tags (name) VALUES (%s)', (name,))  #! n-plus-one-query 💡suggestion
    return {}


# trap: psycopg2 has a helper for it
@app.post('/plain2')
def plain2(names: list[str]):
    with psycopg2.connect('dbname=shop') as other, other.cursor() as cursor:  #! client-per-request
        for name in names:
            cursor.execute('INSERT INTO tags (name) VALUES (%s)', (name,))  #! n-plus-one-query 💡suggestion
    return {}


# trap: SQLAlchemy with an empty list runs the statement once, without values
@app.post('/alchemy')
def with_alchemy(names: list[str]):
    with engine.begin() as link:
        for name in names:
            link.execute(text('INSERT INTO tags (name) VALUES (:name)'), {'name': name})  #! n-plus-one-query 💡suggestion
    return {}


# trap: the result of each is used
@app.post('/alchemy_results')
def with_alchemy_results(names: list[str]):
    counts = []
    with engine.begin() as link:
        for name in names:
            counts.append(link.execute(text('DELETE FROM tags WHERE name = :name'), {'name': name}).rowcount)  #! n-plus-one-query 💡none
    return counts
