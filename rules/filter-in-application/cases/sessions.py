from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = 'jobs'
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column()


@app.get('/jobs/waiting')
def waiting(session: Session):
    return [job.id for job in session.query(Job).all() if job.state == 'waiting']  #! filter-in-application hint


@app.get('/jobs/done')
def done(session: Session):
    jobs = session.scalars(select(Job).order_by(Job.id)).all()  #! filter-in-application hint
    return [job for job in jobs if job.state == 'done']


@app.get('/jobs/{name}')
def named(session: Session, name: str):
    statement = select(Job)
    for job in session.scalars(statement):  #! filter-in-application hint
        if job.state == name:
            return job
    return None


@app.get('/jobs')
def others(session: Session, limit: int):
    some = [job for job in session.scalars(select(Job).where(Job.id > 3)) if job.state == 'x']  #= a condition leaves fewer rows
    page = [job for job in session.query(Job).limit(limit).all() if job.state == 'x']  #= so many rows
    states = [state for state in session.query(Job.state).all() if state.state == 'x']  #= single columns, as many as there are
    return {'some': some, 'page': page, 'states': states}
