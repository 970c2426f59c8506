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
    for order in session.scalars(select(Order).options(selectinload(Order.customer))):
        lines.append(order.customer.name)
    for order in session.scalars(select(Order).where(Order.paid).options(selectinload(Order.customer))).all():
        lines.append(order.customer.name)
    for order in session.execute(select(Order).options(selectinload(Order.customer))).scalars():
        lines.append(order.customer.name)
    return lines


@router.get('/customers')
def customers(at: int, session: Session = Depends(get_session)):
    return session.query(Customer).offset(at).limit(50).all()


@router.get('/order-ids')
def order_ids(at: int, session: Session = Depends(get_session)):
    return session.query(Order.id).offset(at).limit(50).all()


@router.get('/queries')
def queries(session: Session = Depends(get_session)):
    lines = [order.customer.name for order in session.query(Order).options(selectinload(Order.customer))]
    lines += [order.customer.name for order in session.query(Order).filter(Order.paid).options(selectinload(Order.customer)).all()]
    lines += [order.customer.name for order in session.query(Order).filter_by(paid=True).order_by(Order.id).options(selectinload(Order.customer))]
    return lines


@router.get('/named')
def named(session: Session = Depends(get_session)):
    wanted = select(Order).where(Order.paid)
    orders = session.scalars(wanted).all()
    return {order.id: order.customer.name for order in orders}


@router.get('/many')
def many(session: Session = Depends(get_session)):
    totals = {}
    for order in session.scalars(select(Order).options(selectinload(Order.items))):
        totals[order.id] = sum(item.price for item in order.items)
    for customer in session.scalars(select(Customer).options(selectinload(Customer.orders))):
        totals[customer.name] = len(customer.orders)
    prices = [item.price for order in session.scalars(select(Order).options(selectinload(Order.items))) for item in order.items]
    return totals, prices


@router.get('/nested')
def nested(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order).options(selectinload(Order.items))):
        for item in order.items:
            lines.append(item.product.name)
    return lines


@router.get('/half')
def half(session: Session = Depends(get_session)):
    lines = []
    for order in session.scalars(select(Order).options(selectinload(Order.items), selectinload(Order.customer))):
        for item in order.items:
            lines.append(item.product.name)
        lines.append(order.customer.name)
    return lines


@router.get('/one/{key}')
def of_one(key: int, session: Session = Depends(get_session)):
    order = session.get(Order, key)
    return [item.product.name for item in order.items]


@router.get('/helper')
def helper(session: Session = Depends(get_session)):
    return [line_of(order) for order in session.scalars(select(Order).options(selectinload(Order.customer)))]


@router.get('/repository')
def repository(session: Session = Depends(get_session)):
    lines = [order.customer.name for order in paid_orders(session)]
    lines += [order.label for order in paid_orders(session)]
    lines += [order.describe() for order in paid_orders(session)]
    return lines


# Where the session is asynchronous, touching it raises instead; the remedy is the same.
@router.get('/async')
async def asynchronous(session: AsyncSession = Depends(get_async_session)):
    orders = (await session.scalars(select(Order).options(selectinload(Order.customer)))).all()
    lines = [order.customer.name for order in orders]
    result = await session.execute(select(Order).where(Order.paid))
    for order in result.scalars():
        lines.append(order.customer.name)
    async for order in await session.stream_scalars(select(Order).options(selectinload(Order.customer))):
        lines.append(order.customer.name)
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
from sqlalchemy.orm import Session, selectinload


def paid_orders(session: Session) -> Sequence[Order]:
    return session.scalars(select(Order).where(Order.paid).options(selectinload(Order.customer)).options(selectinload(Order.items))).all()

#- shop/texts.py
def line_of(order):
    return f'{order.note} for {order.customer.name}'
