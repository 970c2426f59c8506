from fastapi import FastAPI
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = 'jobs'
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column()
    log: Mapped[str] = mapped_column()


@app.get('/jobs')
def jobs(session: Session):
    return session.query(Job).all()  #! unbounded-query hint


@app.get('/jobs/newer')
async def newer(session: Session):
    return {'jobs': session.scalars(select(Job)).all()}  #! unbounded-query hint


@app.post('/jobs')
def add(session: Session, log: str):
    job = Job(state='new', log=log)
    session.add(job)
    return job


@app.get('/jobs/page')
def page(session: Session, offset: int):
    return session.query(Job).offset(offset).limit(20).all()  #= a page
