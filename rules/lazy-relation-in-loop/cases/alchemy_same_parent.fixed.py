from fastapi import APIRouter
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload

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
    lines = [order.customer.name for order in session.query(Order).filter_by(note='x').options(selectinload(Order.customer)).all()]
    lines += [order.customer.name for order in session.query(Order).filter_by(customer_id=key).all()]
    lines += [order.customer.name for order in session.query(Order).filter(Order.customer_id.is_(None)).all()]
    return lines
