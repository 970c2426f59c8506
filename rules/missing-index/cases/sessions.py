from fastapi import FastAPI
from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = 'jobs'
    __table_args__ = (Index('jobs_by_owner', 'owner', 'state'), {'schema': 'work'})
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50))
    owner: Mapped[str] = mapped_column(String(50))
    state: Mapped[str] = mapped_column(String(10))
    is_done: Mapped[bool] = mapped_column(default=False)


class Receipt(Base):
    __tablename__ = 'receipts'
    id = Column(Integer, primary_key=True)
    job_id = Column(Integer, ForeignKey('work.jobs.id'))
    key = Column(String, index=True)
    is_last = Column(Boolean)


@app.get('/jobs/{name}')
def jobs(session: Session, name: str):
    job = session.query(Job).filter_by(name=name).first() #! missing-index hint
    # PostgreSQL makes no index for a foreign key.
    receipts = session.query(Receipt).filter_by(job_id=job.id).all() #! missing-index hint
    return {"job": job, "receipts": receipts}


@app.get('/keys/{key}')
def keys(session: Session, key: str):
    receipt = session.query(Receipt).filter_by(key=key).first() #= has an index
    owned = session.query(Job).filter_by(owner=key, name=key).all() #= an index begins with the owner
    done = session.query(Job).filter_by(is_done=True).count() #= of two values an index chooses neither
    last = session.query(Receipt).filter_by(is_last=True).count() #= as above
    joined = session.query(Job).join(Receipt).filter_by(job_id=3).all() #= whose column it is depends on the join
    return {"receipt": receipt, 'owned': owned, 'done': done, 'last': last, 'joined': joined}
