import psycopg2
from fastapi import FastAPI

app = FastAPI()


@app.get('/users/{email}')
def users(email: str):
    connection = psycopg2.connect('shop')
    cursor = connection.cursor()
    cursor.execute('SELECT * FROM users WHERE email = %s', (email,)) #= migrations in Python are not read, and make the index
    return cursor.fetchall()
#- db/init.sql
CREATE TABLE users (id serial PRIMARY KEY, email text);
#- alembic/versions/0001_email.py
from alembic import op


def upgrade() -> None:
    op.create_index('users_by_email', 'users', ['email'])
