import sqlite3

import asyncpg
import psycopg2
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

app = FastAPI()
BY_NAME = 'SELECT * FROM users WHERE name = %s'


def fetch(statement: str, values: tuple = ()) -> list:
    with psycopg2.connect('shop') as connection:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()


@app.get('/users/{email}')
async def users(email: str, session: Session):
    connection = psycopg2.connect('shop')
    cursor = connection.cursor()
    cursor.execute('SELECT * FROM users WHERE email = %s', (email,)) #! missing-index hint O(users rows)
    cursor.execute(BY_NAME, (email,)) #! missing-index hint
    cursor.execute("SELECT id FROM users WHERE name = %(name)s AND left_at IS NOT NULL", {'name': email}) #! missing-index hint
    cursor.execute(f"SELECT id FROM users WHERE name IN ({email})") #! missing-index hint
    connected = await asyncpg.connect('shop')
    row = await connected.fetchrow( #! missing-index hint
        '''
        SELECT id FROM shop.users
        WHERE email = $1 -- however it is written
        ORDER BY id
        ''',
        email,
    )
    named = session.execute(text('SELECT id FROM users WHERE name = :name'), {'name': email}) #! missing-index hint
    found = fetch('SELECT * FROM users WHERE name = %s', (email,)) #! missing-index hint
    return {'row': row, 'found': found, 'named': named}


@app.get('/local/{email}')
def local(email: str):
    database = sqlite3.connect('shop.db')
    database.execute('SELECT * FROM users WHERE email = ?', (email,)) #! missing-index hint
    return database.execute('SELECT * FROM users WHERE id = ?', (email,)).fetchone() #= a key


@app.get('/silent/{x}')
def silent(x: str):
    connection = psycopg2.connect('shop')
    cursor = connection.cursor()
    cursor.execute('SELECT * FROM users WHERE login = %s', (x,)) #= unique
    cursor.execute('SELECT * FROM users WHERE phone = %s', (x,)) #= has an index
    cursor.execute('SELECT * FROM users WHERE is_active = %s', (x,)) #= of two values an index chooses neither
    cursor.execute('SELECT * FROM users WHERE email ILIKE %s', (x,)) #= a question that no plain index answers
    cursor.execute('SELECT * FROM users WHERE email = %s OR name = %s', (x, x)) #= alternatives are not read
    cursor.execute('SELECT * FROM users WHERE nobody = %s', (x,)) #= no file makes this column
    cursor.execute('SELECT * FROM ghosts WHERE name = %s', (x,)) #= no file makes this table
    cursor.execute('SELECT * FROM users NATURAL JOIN ghosts WHERE name = %s', (x,)) #= the database may begin with the other table
    cursor.execute('SELECT * FROM users WHERE code = %s', (x,)) #= code makes the index
    cursor.execute('SELECT * FROM users WHERE name = ' + x + ' LIMIT 1') #? miss: texts that are put together are not read
    cursor.execute(f'SELECT * FROM users WHERE name = %s {x}', (x,)) #= more conditions may be put in


def start() -> None:
    fetch('CREATE INDEX IF NOT EXISTS by_code ON users (code)')


def nobody_calls_this(email: str):
    return fetch('SELECT * FROM users WHERE email = %s', (email,)) #= runs who knows when
#- schema.sql
CREATE SCHEMA shop;
CREATE TABLE shop.users (
    id serial NOT NULL,
    login text NOT NULL,
    email text NOT NULL,
    name text,
    phone text,
    code text,
    is_active bool,
    left_at timestamp without time zone
);
ALTER TABLE ONLY shop.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY shop.users
    ADD CONSTRAINT users_login_key UNIQUE (login);
CREATE INDEX by_phone ON shop.users USING btree (phone);
