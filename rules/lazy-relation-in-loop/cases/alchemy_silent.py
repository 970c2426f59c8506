from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload, subqueryload

from shop.db import get_session
from shop.models import Basket, Item, Order
from shop.repository import orders_for_lists

router = APIRouter()


@router.get('/loaded')
def loaded(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order).options(selectinload(Order.customer))):
        lines.append(order.customer.name) #= one query for the customers of all orders
    for order in session.scalars(select(Order).options(joinedload(Order.customer), selectinload(Order.items))).unique():
        lines.append(order.customer.name) #= a join brings it along
        lines.append(len(order.items)) #= one query for the items of all orders
    for order in session.query(Order).options(subqueryload(Order.items)):
        lines.append(len(order.items)) #= as above, in the older kind of query
    for order in session.query(Order).join(Order.customer).options(contains_eager(Order.customer)):
        lines.append(order.customer.name) #= the query's own join fills it
    for order in session.query(Order).options(joinedload('customer')):
        lines.append(order.customer.name) #= named by a text, as older versions let you
    for item in session.scalars(select(Item).options(joinedload(Item.order).joinedload(Order.customer))):
        lines.append(item.order.customer.name) #= loaded, all the way
    return lines


@router.get('/declared')
def declared(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order)):
        lines.append(order.shop.name) #= the class says that it is always loaded: lazy='joined'
        lines.append([mark.text for mark in order.marks]) #= and these: lazy='selectin'
        lines.append(order.secret.text) #= whoever touches this gets an error: lazy='raise'
    return lines


@router.get('/elsewhere')
def elsewhere(session: Session = Depends(get_session)):
    lines = [order.customer.name for order in orders_for_lists(session)] #= the function that gives back the rows loads it
    statement = select(Order).where(Order.paid)
    statement = statement.options(selectinload(Order.customer))
    lines += [order.customer.name for order in session.scalars(statement)] #= the statement's second line loads it
    return lines


@router.get('/given')
def given(load: str, session: Session = Depends(get_session)):
    options = [selectinload(Order.customer)] if load else []
    return [order.customer.name for order in session.scalars(select(Order).options(*options))] #= what is loaded shows at run time


@router.get('/columns')
def columns(session: Session = Depends(get_session)):
    lines = [name for _key, name in session.execute(select(Order.id, Order.note))] #= columns, not objects
    lines += [row.note for row in session.query(Order.note, Order.paid)] #= named tuples
    lines += [order.customer_id for order in session.scalars(select(Order))] #= the key stands in the row itself
    return lines


@router.get('/one/{key}')
def of_one(key: int, session: Session = Depends(get_session)):
    order = session.get(Order, key)
    lines = [order.customer.name] #= one row, no loop
    for item in order.items: #= one query for the items of one order
        lines.append(item.price)
    return lines


@router.get('/set')
def set_here(key: int, session: Session = Depends(get_session)):
    order = session.get(Order, key)
    for item in session.scalars(select(Item).where(Item.order_id == key)):
        item.order = order
        print(item.order.note) #= set here, so nothing is loaded
    return key


@router.get('/baskets')
def not_rows():
    baskets = [Basket('Ada'), Basket('Ben')]
    return [basket.customer.title() for basket in baskets] #= objects of another class, whose attribute is a text


#- shop/db.py
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine('postgresql:///shop')
sessions = sessionmaker(engine)


def get_session():
    with sessions() as session:
        yield session


#- shop/models.py
from dataclasses import dataclass

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Shop(Base):
    __tablename__ = 'shops'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Customer(Base):
    __tablename__ = 'customers'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Mark(Base):
    __tablename__ = 'marks'
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    order_id: Mapped[int] = mapped_column(ForeignKey('orders.id'))


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str]
    paid: Mapped[bool]
    customer_id: Mapped[int] = mapped_column(ForeignKey('customers.id'))
    shop_id: Mapped[int] = mapped_column(ForeignKey('shops.id'))
    secret_id: Mapped[int] = mapped_column(ForeignKey('marks.id'))
    customer: Mapped['Customer'] = relationship()
    shop: Mapped['Shop'] = relationship(lazy='joined')
    secret: Mapped['Mark'] = relationship(lazy='raise', foreign_keys=[secret_id])
    marks: Mapped[list['Mark']] = relationship(lazy='selectin')
    items: Mapped[list['Item']] = relationship(back_populates='order')


class Item(Base):
    __tablename__ = 'items'
    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int]
    order_id: Mapped[int] = mapped_column(ForeignKey('orders.id'))
    order: Mapped['Order'] = relationship(back_populates='items')


@dataclass
class Basket:
    customer: str


#- shop/repository.py
from shop.models import Order
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload


def orders_for_lists(session: Session):
    return session.scalars(select(Order).options(selectinload(Order.customer))).all()
