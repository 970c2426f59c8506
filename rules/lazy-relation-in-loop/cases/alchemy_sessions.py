from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, selectinload

from shop.db import get_async_session, get_session
from shop.models import Customer, Order
from shop.repository import paid_orders
from shop.texts import line_of

router = APIRouter()


@router.get('/statements')
def statements(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order)):
        lines.append(order.customer.name) #! lazy-relation-in-loop warning
    for order in session.scalars(select(Order).where(Order.paid)).all():
        lines.append(order.customer.name) #! lazy-relation-in-loop hint
    for order in session.execute(select(Order)).scalars():
        lines.append(order.customer.name) #! lazy-relation-in-loop warning
    return lines


@router.get('/customers')
def customers(at: int, session: Session = Depends(get_session)):
    return session.query(Customer).offset(at).limit(50).all()


@router.get('/order-ids')
def order_ids(at: int, session: Session = Depends(get_session)):
    return session.query(Order.id).offset(at).limit(50).all()


@router.get('/queries')
def queries(session: Session = Depends(get_session)):
    lines = [order.customer.name for order in session.query(Order)] #! lazy-relation-in-loop warning
    lines += [order.customer.name for order in session.query(Order).filter(Order.paid).all()] #! lazy-relation-in-loop hint
    lines += [order.customer.name for order in session.query(Order).filter_by(paid=True).order_by(Order.id)] #! lazy-relation-in-loop hint
    return lines


@router.get('/named')
def named(session: Session = Depends(get_session)):
    wanted = select(Order).where(Order.paid)
    orders = session.scalars(wanted).all()
    return {order.id: order.customer.name for order in orders} #! lazy-relation-in-loop hint O(orders)


@router.get('/many')
def many(session: Session = Depends(get_session)):
    totals = {}
    for order in session.scalars(select(Order)):
        totals[order.id] = sum(item.price for item in order.items) #! lazy-relation-in-loop warning
    for customer in session.scalars(select(Customer)):
        totals[customer.name] = len(customer.orders) #! lazy-relation-in-loop warning
    prices = [item.price for order in session.scalars(select(Order)) for item in order.items] #! lazy-relation-in-loop warning
    return totals, prices


@router.get('/nested')
def nested(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order)):
        for item in order.items: #! lazy-relation-in-loop warning
            lines.append(item.product.name) #! lazy-relation-in-loop hint
    return lines


@router.get('/half')
def half(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order).options(selectinload(Order.items))):
        for item in order.items:
            lines.append(item.product.name) #! lazy-relation-in-loop hint
        lines.append(order.customer.name) #! lazy-relation-in-loop warning
    return lines


@router.get('/one/{key}')
def of_one(key: int, session: Session = Depends(get_session)):
    order = session.get(Order, key)
    return [item.product.name for item in order.items] #! lazy-relation-in-loop hint


@router.get('/helper')
def helper(session: Session = Depends(get_session)):
    return [line_of(order) for order in session.scalars(select(Order))] #! lazy-relation-in-loop warning


@router.get('/repository')
def repository(session: Session = Depends(get_session)):
    lines = [order.customer.name for order in paid_orders(session)] #! lazy-relation-in-loop hint
    lines += [order.label for order in paid_orders(session)] #! lazy-relation-in-loop hint
    lines += [order.describe() for order in paid_orders(session)] #! lazy-relation-in-loop hint
    return lines


# Where the session is asynchronous, touching it raises instead; the remedy is the same.
@router.get('/async')
async def asynchronous(session: AsyncSession = Depends(get_async_session)):
    orders = (await session.scalars(select(Order))).all()
    lines = [order.customer.name for order in orders] #! lazy-relation-in-loop warning O(orders)
    result = await session.execute(select(Order).where(Order.paid))
    for order in result.scalars():
        lines.append(order.customer.name) #! lazy-relation-in-loop hint
    async for order in await session.stream_scalars(select(Order)):
        lines.append(order.customer.name) #! lazy-relation-in-loop hint
    return lines


#- shop/db.py
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import sessionmaker

engine = create_engine('postgresql:///shop')
sessions = sessionmaker(engine)
async_sessions = async_sessionmaker(create_async_engine('postgresql+asyncpg:///shop'))


def get_session():
    with sessions() as session:
        yield session


async def get_async_session():
    async with async_sessions() as session:
        yield session


#- shop/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = 'customers'
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
    paid: Mapped[bool]
    customer_id: Mapped[int] = mapped_column(ForeignKey('customers.id'))
    customer: Mapped['Customer'] = relationship(back_populates='orders')
    items: Mapped[list['Item']] = relationship(back_populates='order')

    @property
    def label(self):
        return f'{self.note} ({self.customer.name})'

    def describe(self):
        return f'{self.note}: {len(self.items)}'


class Item(Base):
    __tablename__ = 'items'
    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int]
    order_id: Mapped[int] = mapped_column(ForeignKey('orders.id'))
    product_id: Mapped[int] = mapped_column(ForeignKey('products.id'))
    order: Mapped['Order'] = relationship(back_populates='items')
    product: Mapped[Product] = relationship()


#- shop/repository.py
from collections.abc import Sequence

from shop.models import Order
from sqlalchemy import select
from sqlalchemy.orm import Session


def paid_orders(session: Session) -> Sequence[Order]:
    return session.scalars(select(Order).where(Order.paid)).all()


#- shop/texts.py
def line_of(order):
    return f'{order.note} for {order.customer.name}'
