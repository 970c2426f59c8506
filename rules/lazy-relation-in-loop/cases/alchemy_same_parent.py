from fastapi import APIRouter
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

router = APIRouter()


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = 'customers'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str] = mapped_column(index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey('customers.id'), index=True)
    customer: Mapped['Customer'] = relationship()


@router.get('/of/{key}')
def of_customer(key: int, session: Session):
    lines = [order.customer.name for order in session.query(Order).filter_by(note='x').all()] #! lazy-relation-in-loop
    lines += [order.customer.name for order in session.query(Order).filter_by(customer_id=key).all()] #= one customer, whom the session keeps
    lines += [order.customer.name for order in session.query(Order).filter(Order.customer_id.is_(None)).all()] #= no customer to ask for
    return lines
