from fastapi import FastAPI
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = 'jobs'
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]


@app.get('/jobs/waiting')
def waiting(session: Session):
    jobs = session.query(Job).filter(Job.state == 'waiting').all() #! count-by-loading hint
    return {'waiting': len(jobs)}


@app.get('/jobs')
def both(session: Session):
    jobs = session.query(Job).all() #= the rows are sent as well
    return {'count': len(jobs), 'jobs': jobs}


def some(session: Session):
    return len(session.query(Job).limit(5).all()) #= five rows at most


def states(session: Session):
    return len(session.query(Job.state).distinct().all()) #= SQLAlchemy counts rows before they are made distinct


def dependent(session: Session, wanted: bool):
    jobs = session.query(Job).all() #= may be given something else
    if wanted:
        jobs = []
    return len(jobs)
