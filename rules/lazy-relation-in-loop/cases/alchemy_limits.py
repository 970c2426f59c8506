from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select

app = Flask(__name__)
db = SQLAlchemy(app)


class Customer(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)
    notes = db.relationship('Note', back_populates='customer')


class Note(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    customer_id = db.Column(db.ForeignKey('customer.id'))
    customer = db.relationship('Customer', back_populates='notes')
    tags = db.relationship('Tag')
    note_type_id = db.Column(db.ForeignKey('note_type.id'))
    note_type = db.relationship('NoteType')
    author_id = db.Column(db.Integer)


class Tag(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    note_id = db.Column(db.ForeignKey('note.id'))


class NoteType(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)


@app.route('/notes')
def notes():
    names = [note.customer.name for note in db.session.scalars(select(Note))] #! lazy-relation-in-loop hint
    # The session keeps what it has loaded: the few types, and customers as well, of whom nobody knows how many there are.
    names += [note.note_type.name for note in Note.query.filter_by(customer_id=1).all()] #! lazy-relation-in-loop hint
    names += [len(customer.notes) for customer in Customer.query.all()] #! lazy-relation-in-loop
    return jsonify(names)


@app.route('/authored/<key>')
def authored(key):
    # What one person has is mostly a handful.
    named = Note.query.filter(Note.author_id == key).paginate(page=1, per_page=100)
    names = [len(note.tags) for note in Note.query.filter(Note.author_id == key).all()] #! lazy-relation-in-loop hint
    names += [len(note.tags) for note in Note.query.filter(Note.note_type_id == key).all()] #! lazy-relation-in-loop hint
    return jsonify(names, named.total)


def newest(limit):
    return Note.query.order_by(Note.id.desc()).limit(limit).all()


@app.route('/front')
def front():
    return jsonify([len(note.tags) for note in newest(6)]) #= six of them


@app.route('/feed')
def feed():
    return jsonify([len(note.tags) for note in newest(100)]) #! lazy-relation-in-loop warning


#- shop/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(AsyncAttrs, DeclarativeBase):
    pass


class Buyer(Base):
    __tablename__ = 'buyers'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    orders: Mapped[list['Order']] = relationship(back_populates='customer')


class Product(Base):
    __tablename__ = 'products'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey('buyers.id'))
    customer: Mapped['Buyer'] = relationship(back_populates='orders')
    items: Mapped[list['Item']] = relationship()


class Item(Base):
    __tablename__ = 'items'
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey('orders.id'))
    product_id: Mapped[int] = mapped_column(ForeignKey('products.id'))
    product: Mapped['Product'] = relationship()


#- shop/api.py
from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, joinedload, raiseload, selectinload

from shop.db import get_async_session, get_session
from shop.models import Buyer, Item, Order

router = APIRouter()


@router.get('/orders')
def orders(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order).options(selectinload(Order.items).joinedload(Item.product))):
        lines.append([item.product.name for item in order.items]) #= the outer query loads these as well
    for order in session.scalars(select(Order).options(joinedload('*'))):
        lines.append(order.customer.name) #? false: all that there is, is loaded
    for order in session.scalars(select(Order).options(raiseload('*'))):
        lines.append(order.customer.name) #? false: whoever touches this gets an error
    for order in session.scalars(select(Order).limit(5)):
        lines.append(order.customer.name) #= five rows
    return lines


@router.get('/after/{key}')
def after_the_loop(key: int, session: Session = Depends(get_session)):
    notes = []
    for order in session.scalars(select(Order)):
        notes.append(order.note)
    order = session.get(Order, key)
    return [notes, order.customer.name] #= another row by the same name, after the loop


@router.get('/owner/{key}')
def known_owner(key: int, session: Session = Depends(get_session)):
    buyer = session.get(Buyer, key)
    return [buyer.name, [order.customer.name for order in buyer.orders]] #? false: the session has the buyer already


@router.get('/awaited')
async def awaited(session: AsyncSession = Depends(get_async_session)):
    return [await order.awaitable_attrs.customer for order in await session.scalars(select(Order))] #? miss: awaited one by one, under another name


#- shop/db.py
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import sessionmaker

sessions = sessionmaker(create_engine('postgresql:///shop'))
async_sessions = async_sessionmaker(create_async_engine('postgresql+asyncpg:///shop'))


def get_session():
    with sessions() as session:
        yield session


async def get_async_session():
    async with async_sessions() as session:
        yield session
