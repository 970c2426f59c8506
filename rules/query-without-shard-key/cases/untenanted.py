from django.http import HttpRequest, JsonResponse
from fastapi import FastAPI
from pymongo import MongoClient
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from shop.models import Order

app = FastAPI()
client = MongoClient()
films = client.cinema.films
engine = create_engine('postgresql://localhost/shop')


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = 'events'
    id: Mapped[int] = mapped_column(primary_key=True)
    device_id: Mapped[int]
    kind: Mapped[str]


def orders(request: HttpRequest):
    # Nobody sets the tenant.
    found = Order.objects.filter(state=request.GET['state']) #! query-without-shard-key
    return JsonResponse({'orders': list(found)})


@app.get('/films')
def by_title(title: str):
    found = films.find_one({'title': title}) #! query-without-shard-key warning
    own = films.find_one({'studio': 3, 'title': title}) #= names the key
    query = {'title': title}
    query['studio'] = 3
    added = films.find(query) #= somebody adds to the conditions
    matched = films.aggregate([{'$match': {'title': title}}]) #! query-without-shard-key
    return {'found': found, 'own': own, 'added': list(added), 'matched': list(matched)}


@app.get('/events')
def events(session: Session, kind: str, id: int):
    of_kind = session.scalars(select(Event).where(Event.kind == kind)).all() #! query-without-shard-key
    of_device = session.scalars(select(Event).where(Event.device_id == id, Event.kind == kind)).all() #= names the key
    either = session.scalars(select(Event).where((Event.kind == kind) | (Event.device_id == id))).all() #= cannot be read
    listed = session.query(Event).filter(Event.id.in_([id])).all() #! query-without-shard-key
    with engine.connect() as connection:
        raw = connection.execute(text("SELECT * FROM events WHERE kind = :kind"), {'kind': kind}) #! query-without-shard-key
        put = connection.execute(text(f"SELECT * FROM events WHERE device_id = {id}")) #= names the key
    return {'a': of_kind, 'b': of_device, 'c': either, 'd': listed, 'e': raw, 'f': put}
#- shop/models.py
from django.db import models
from django_multitenant.models import TenantModel


class Order(TenantModel):
    tenant_id = 'store_id'
    state = models.CharField(max_length=20)
#- scripts/shard.py
from pymongo import MongoClient

MongoClient().admin.command('shardCollection', 'cinema.films', key={'studio': 'hashed'})
#- migrations/0001_events.py
from alembic import op


def upgrade():
    op.execute("SELECT create_distributed_table('events', 'device_id')")


def downgrade():
    op.execute("SELECT undistribute_table('events')")
