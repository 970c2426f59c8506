from fastapi import FastAPI
from sqlalchemy import ForeignKey, create_engine, func, select, union_all
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, aliased, load_only, mapped_column, relationship

app = FastAPI()
engine = create_engine('postgresql:///shop')


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey('customers.id'))
    items: Mapped[list['Item']] = relationship()
    notes: Mapped[list['Note']] = relationship(lazy='dynamic')
    customer: Mapped['Customer'] = relationship()


class Customer(Base):
    __tablename__ = 'customers'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Item(Base):
    __tablename__ = 'items'
    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int]
    order_id: Mapped[int] = mapped_column(ForeignKey('orders.id'))


class Note(Base):
    __tablename__ = 'notes'
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    order_id: Mapped[int] = mapped_column(ForeignKey('orders.id'))


# A relation that is dynamic cannot be loaded with its rows.
@app.get('/notes')
def notes() -> list[str]:
    with Session(engine) as session:
        orders = session.scalars(select(Order)).all()
        return [note.text for order in orders for note in order.notes]


# An alias has relations of its own.
@app.get('/aliased')
def of_alias() -> list[int]:
    with Session(engine) as session:
        other = aliased(Order)
        orders = session.scalars(select(other)).all()
        return [sum(item.price for item in order.items) for order in orders]


# The rows are tuples of two.
@app.get('/pairs')
def pairs() -> list[int]:
    with Session(engine) as session:
        rows = session.execute(select(Order, func.count()).group_by(Order.id)).all()
        return [sum(item.price for item in order.items) * count for order, count in rows]


# trap: load_only() leaves the column out that leads on
@app.get('/only')
def only() -> list[str]:
    with Session(engine) as session:
        orders = session.scalars(select(Order).options(load_only(Order.id))).all()
        return [order.customer.name for order in orders]  #! lazy-relation-in-loop 💡none


# A union has no options of its own.
@app.get('/union')
def united() -> list[str]:
    with Session(engine) as session:
        both = union_all(select(Order).where(Order.id < 5), select(Order).where(Order.id > 9))
        orders = session.scalars(select(Order).from_statement(both)).all()
        return [order.customer.name for order in orders]


# trap: with_for_update() locks the orders; selectinload() asks by itself
@app.get('/locked')
def locked() -> list[str]:
    with Session(engine) as session:
        orders = session.scalars(select(Order).with_for_update()).all()
        return [order.customer.name for order in orders]  #! lazy-relation-in-loop 💡suggestion


# trap: yield_per() brings some at a time
@app.get('/streamed')
def streamed() -> list[str]:
    with Session(engine) as session:
        names = []
        for order in session.scalars(select(Order).execution_options(yield_per=100)):
            names.append(order.customer.name)  #! lazy-relation-in-loop 💡suggestion
        return names


# trap: commit() forgets all that was loaded
@app.get('/committed')
def committed() -> list[str]:
    with Session(engine) as session:
        names = []
        for order in session.scalars(select(Order)).all():
            names.append(order.customer.name)  #! lazy-relation-in-loop 💡none
            session.commit()  #! commit-per-row
        return names


# trap: the name of the option is taken
@app.get('/taken')
def taken(selectinload: str) -> list[str]:
    with Session(engine) as session:
        orders = session.scalars(select(Order)).all()
        return [order.customer.name + selectinload for order in orders]  #! lazy-relation-in-loop 💡suggestion


# trap: an item that is added in the loop
@app.get('/added')
def added() -> list[int]:
    with Session(engine) as session:
        counts = []
        for order in session.scalars(select(Order)).all():
            session.add(Item(price=1, order_id=order.id))
            session.flush()
            counts.append(sum(item.price for item in order.items))  #! lazy-relation-in-loop 💡none
        return counts


# trap: query() of old
@app.get('/query')
def query() -> list[str]:
    with Session(engine) as session:
        return [order.customer.name for order in session.query(Order).filter(Order.id > 5)]  #! lazy-relation-in-loop 💡suggestion


# trap: the statement is put together step by step
@app.get('/steps')
def steps(least: int) -> list[str]:
    with Session(engine) as session:
        statement = select(Order)
        if least:
            statement = statement.where(Order.id > least)
        return [order.customer.name for order in session.scalars(statement)]  #! lazy-relation-in-loop 💡suggestion
