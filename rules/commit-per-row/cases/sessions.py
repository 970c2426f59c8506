import psycopg2
import requests
from fastapi import FastAPI
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

from work.saving import log_job, save_job, settings_of

app = FastAPI()
make_session = sessionmaker()


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = 'jobs'
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]


@app.post('/jobs/reset')
def reset(session: Session):
    for job in session.query(Job).all():
        job.state = 'new'
        session.commit() #! commit-per-row warning


@app.post('/jobs')
def create(session: Session, names: list[str]):
    for name in names:
        store(session, name) #! commit-per-row hint
    for name in names:
        save_job(session, name) #! commit-per-row hint
    [store(session, name) for name in names] #! commit-per-row hint
    for name in names:
        # Commits only where there are none yet.
        settings_of(session, name) #! n-plus-one-query
    for name in names:
        # Sends a message after each.
        log_job(session, name) #! n-plus-one-query


def store(session: Session, name: str):
    session.add(Job(state=name))
    session.commit()


def nobody_calls_this(connection: psycopg2.extensions.connection, rows: list[tuple[str]]):
    with connection.cursor() as cursor:
        for row in rows:
            cursor.execute('insert into jobs (state) values (%s)', row) #! n-plus-one-query
            connection.commit() #! commit-per-row hint


@app.post('/jobs/close')
def close(session: Session):
    for job in session.query(Job).all():
        job.state = 'closed'
    session.commit() #= once, after the loop


@app.post('/jobs/some')
def some(session: Session):
    for index, job in enumerate(session.query(Job).all()):
        job.state = 'some'
        if index % 100 == 0:
            session.commit() #= once per hundred
    session.commit() #= once, after the loop


@app.post('/jobs/apart')
def apart(session: Session):
    for job in session.query(Job).all():
        try:
            job.state = 'apart'
            session.commit() #= each succeeds or fails by itself
        except ValueError:
            session.rollback()


@app.post('/jobs/own')
def own(session: Session):
    for job in session.query(Job).all():
        with make_session() as another:
            another.add(Job(state=job.state))
            another.commit() #= a session of its own for each


@app.post('/jobs/remote')
def remote(session: Session):
    for job in session.query(Job).all():
        job.state = requests.get(f'https://jobs.example/{job.id}').text #! n-plus-one-query
        session.commit() #= no transaction is kept open while another server is asked


@app.post('/jobs/shards')
def shards(sessions: list[Session]):
    for each in sessions:
        each.commit() #= each is another database


@app.post('/jobs/batches')
def batches(session: Session, batches: list[list[str]]):
    for batch in batches:
        session.add_all([Job(state=state) for state in batch])
        session.commit() #= each iteration writes many


@app.post('/jobs/three')
def three(session: Session):
    for state in ('new', 'open', 'closed'):
        session.add(Job(state=state))
        session.commit() #= three


@app.post('/jobs/first')
def first(session: Session):
    for job in session.query(Job).all():
        if job.state == 'new':
            job.state = 'first'
            session.commit() #= only the first, and then it ends
            return


@app.post('/jobs/until')
def until(session: Session):
    while (job := session.query(Job).first()) is not None:
        session.delete(job)
        session.commit() #= nobody knows how many more there will be


#- work/saving.py
import requests
from sqlalchemy.orm import Session


def save_job(session: Session, job: str):
    session.add(job)
    session.commit()


def settings_of(session: Session, job: str):
    found = session.get(dict, job)
    if found is None:
        session.add(job)
        session.commit()
    return found


def log_job(session: Session, job: str):
    session.add(job)
    session.commit()
    requests.post('https://log.example', data=job)
