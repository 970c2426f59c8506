import redis
from fastapi import FastAPI
from redis.cluster import RedisCluster

app = FastAPI()
store = redis.Redis()
cluster = RedisCluster(host='cache')


# trap: what is written in the loop is read by the next round
@app.post('/counted')
def counted(keys: list[str]):
    out = []
    for key in keys:
        value = store.get(key)  #! n-plus-one-query 💡none
        store.set(key, 'seen')  #! n-plus-one-query 💡none
        out.append(value)
    return out


# trap: a cluster refuses keys of several slots
@app.post('/cluster')
def of_cluster(keys: list[str]):
    out = []
    for key in keys:
        out.append(cluster.get(key))  #! n-plus-one-query 💡none
    return out


# trap: no keys, no question: mget() of nothing is an error
@app.post('/plain')
def plain(keys: list[str]):
    out = []
    for key in keys:
        out.append(store.get(key))  #! n-plus-one-query 💡suggestion
    return out


# trap: the first one that is there ends it
@app.post('/first')
def first(keys: list[str]):
    for key in keys:
        value = store.get(key)  #! n-plus-one-query 💡none
        if value is not None:
            return value
    return None


def make(key: str) -> str:
    store.set('last', key)
    return key


# trap: somebody else may write meanwhile, by a function that is handed in
@app.post('/made')
def made(keys: list[str]):
    out = []
    for key in keys:
        value = store.get(key)  #! n-plus-one-query 💡suggestion
        if value is None:
            value = make(key)
        out.append(value)
    return out


# A key that is made with an effect.
@app.post('/popped')
def popped(keys: list[str]):
    out = []
    while keys:
        out.append(store.get(keys.pop()))
    return out


# trap: get() of a list raises, mget() gives None for it
@app.post('/typed')
def typed(keys: list[str]):
    out = []
    for key in keys:
        try:
            out.append(store.get(key))  #! n-plus-one-query 💡none
        except redis.ResponseError:
            out.append(None)
    return out


# trap: keys that are numbers and texts for one thing
@app.post('/mixed')
def mixed(keys: list[str | int]):
    return {str(key): store.get(key) for key in keys}  #! n-plus-one-query 💡suggestion


# trap: getdel() takes it away: the second time it is gone
@app.post('/taken')
def taken(keys: list[str]):
    return [store.getdel(key) for key in keys]  #! n-plus-one-query 💡none


# trap: in a condition of a comprehension
@app.post('/there')
def there(keys: list[str]):
    return [key for key in keys if store.get(key)]  #! n-plus-one-query 💡none
