# Where each process has one request at a time, nobody else waits for what blocks.
from fastapi import FastAPI
from mangum import Mangum
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

app = FastAPI()
engine = create_engine('postgresql:///shop')
handler = Mangum(app)


@app.get('/prices')
async def prices():
    with Session(engine) as session:
        return session.execute(select(1)).all()  #! sync-io-in-hot-path hint
