import psycopg
from fastapi import FastAPI

app = FastAPI()
connection = psycopg.connect('dbname=shop')


# trap: the table's name is part of the statement
@app.post('/tables')
def clear(tables: list[str]):
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'DELETE FROM {table} WHERE old = %s', (True,))  #= another table each time
    return {}


# trap: rowcount of each tells which ones were there
@app.post('/counts')
def missing(names: list[str]):
    gone = []
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute('UPDATE tags SET used = now() WHERE name = %s', (name,))  #! n-plus-one-query 💡none
            if cursor.rowcount == 0:
                gone.append(name)
    return gone


# trap: rowcount after the loop is that of the last one
@app.post('/last')
def last_count(names: list[str]):
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute('DELETE FROM tags WHERE name = %s', (name,))  #! n-plus-one-query 💡none
        return cursor.rowcount


# trap: each insert gives a row back: RETURNING gives a row for each
@app.post('/keys')
def keys(names: list[str]):
    found = []
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute('INSERT INTO tags (name) VALUES (%s) RETURNING id', (name,))  #! n-plus-one-query 💡none
            found.append(cursor.fetchone())
    return found


# trap: one that is there already is skipped
@app.post('/skipped')
def skipped(names: list[str]):
    with connection.cursor() as cursor:
        for name in names:
            try:
                cursor.execute('INSERT INTO tags (name) VALUES (%s)', (name,))  #! n-plus-one-query 💡none
            except psycopg.errors.UniqueViolation:
                connection.rollback()
    return {}


# trap: each is committed by itself
@app.post('/committed')
def committed(names: list[str]):
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute('INSERT INTO tags (name) VALUES (%s)', (name,))  #! n-plus-one-query 💡none
            connection.commit()  #! commit-per-row
    return {}


# One list of values, changed in place: all rows would be the last one.
@app.post('/shared')
def shared(names: list[str]):
    values = ['', 0]
    with connection.cursor() as cursor:
        for name in names:
            values[0] = name
            cursor.execute('INSERT INTO tags (name, place) VALUES (%s, %s)', values)
    return {}


# trap: a value that is counted on
@app.post('/numbered')
def numbered(names: list[str]):
    place = 0
    with connection.cursor() as cursor:
        for name in names:
            place += 1
            cursor.execute('INSERT INTO tags (name, place) VALUES (%s, %s)', (name, place))  #! n-plus-one-query 💡suggestion
    return {}


# trap: the value may fail in the middle
@app.post('/checked')
def checked(names: list[str]):
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute('INSERT INTO tags (name, place) VALUES (%s, %s)', (name, int(name)))  #! n-plus-one-query 💡suggestion
    return {}
