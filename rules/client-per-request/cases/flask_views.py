#- shop/views.py
import os

import boto3
import psycopg2
import redis
from flask import Flask, g, request
from pymongo import MongoClient
from sqlalchemy import create_engine

from .reports import report

app = Flask(__name__)
pool = redis.ConnectionPool(host='queue')
queue = redis.Redis(host='queue')  #= made once, when the module loads


@app.get('/orders')
def orders():
    engine = create_engine(os.environ['DATABASE_URL'])  #! client-per-request hint
    with engine.connect() as connection:
        return {'orders': len(connection.exec_driver_sql('select * from orders').fetchall())}


@app.get('/hits')
def hits():
    with redis.Redis(host=app.config['REDIS']) as store:  #! client-per-request hint
        return {'hits': store.get('hits')}


@app.get('/pooled')
def pooled():
    return {'length': redis.Redis(connection_pool=pool).llen('jobs')}  #= the pool is there already


class Tracker:
    def __init__(self, store):
        self.store = store


@app.get('/tracked')
def tracked():
    return {'tracked': str(Tracker(redis.Redis(host='queue')))}  #! client-per-request hint


@app.get('/debug')
def debug():
    connection = psycopg2.connect(dsn=os.getenv('DSN'))  #= looks whether the database is there
    return {'version': connection.server_version}


@app.get('/users')
def users():
    connection = psycopg2.connect(dsn=os.getenv('DSN'))  #! client-per-request hint
    try:
        cursor = connection.cursor()
        cursor.execute('select count(*) from users')
        return {'users': cursor.fetchone()}
    finally:
        connection.close()


@app.post('/upload')
def upload():
    s3 = boto3.client('s3', region_name='eu-west-1')  #! client-per-request hint
    s3.put_object(Bucket='uploads', Key=request.args['name'], Body=request.data)
    return {}


@app.get('/report')
def show_report():
    return {'report': report()}


@app.get('/tenants/<tenant>')
def tenant_orders(tenant):
    engine = create_engine(f'postgresql://db/{tenant}')  #= each tenant has a database of its own
    with engine.connect() as connection:
        return {'orders': len(connection.exec_driver_sql('select * from orders').fetchall())}


@app.post('/buckets')
def buckets():
    s3 = boto3.client('s3', aws_access_key_id=request.json['key'])  #= with the credentials of who asks
    return {'buckets': s3.list_buckets()}


def database():
    if 'database' not in g:
        g.database = psycopg2.connect(os.environ['DSN'])  #= kept where the rest of the request finds it
    return g.database


@app.get('/count')
def count():
    cursor = database().cursor()
    cursor.execute('select 1')
    return {'count': cursor.fetchone()}


_client = None


def mongo():
    global _client
    if _client is None:
        _client = MongoClient()  #= made once, when it is first needed
    return _client


@app.get('/events')
def events():
    return {'events': mongo().shop.events.count_documents({})}


@app.get('/stream')
def stream():
    listener = redis.Redis().pubsub()  #? false: a subscriber needs a connection of its own
    return {'first': listener.get_message()}
#- shop/reports.py
from .stores import events_of


def report():
    return events_of('report')
#- shop/stores.py
from functools import lru_cache

from pymongo import MongoClient


def events_of(kind):
    client = MongoClient('mongodb://events')  #! client-per-request hint
    client_again = archive()
    return client.shop.events.count_documents({'kind': kind}) + client_again.shop.events.count_documents({})


@lru_cache
def archive():
    return MongoClient('mongodb://archive')  #= remembered
#- tests/test_stores.py
from pymongo import MongoClient


def test_events(client):
    for name in client.names:
        assert MongoClient().shop.events.count_documents({'name': name}) == 0  #= a test
