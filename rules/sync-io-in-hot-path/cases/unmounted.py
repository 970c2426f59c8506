# Routers and blueprints that no module imports serve nobody.
import time

from fastapi import FastAPI

from shop.api import orders, readers
from shop.parts import gathered
from shop.api.all import inner
from shop.api.teams import router as teams

app = FastAPI()
for router in (orders.router, readers.router, teams):
    app.include_router(router)
app.include_router(inner)
app.include_router(gathered)


@app.get('/slow')
async def slow():
    time.sleep(2) #! sync-io-in-hot-path warning

#- shop/__init__.py
#- shop/api/__init__.py
#- shop/api/orders.py
import time

from fastapi import APIRouter

router = APIRouter()


@router.get('/orders')
def orders():
    return []


@router.get('/late')
async def late():
    time.sleep(2) #! sync-io-in-hot-path warning

#- shop/api/readers.py
import time

from fastapi import APIRouter

router = APIRouter()
extra = APIRouter()


@extra.get('/extra')
async def extras():
    time.sleep(2) #! sync-io-in-hot-path hint


@router.get('/readers')
async def readers():
    time.sleep(2) #! sync-io-in-hot-path warning

#- shop/api/teams.py
from fastapi import APIRouter

router = APIRouter()

#- shop/api/old.py
import time

from fastapi import APIRouter

router = APIRouter()


@router.get('/old')
async def old():
    time.sleep(2) #! sync-io-in-hot-path hint

#- shop/api/all.py
from fastapi import APIRouter

from shop.api import forms, lists
from shop.api.letters import router as letters

everything = APIRouter()
everything.include_router(forms.router, prefix='/forms')
everything.include_router(letters)

inner = APIRouter()
inner.include_router(lists.router, prefix='/lists')

#- shop/api/forms.py
import time

from fastapi import APIRouter

router = APIRouter()


@router.get('/form')
async def form():
    time.sleep(2) #! sync-io-in-hot-path hint

#- shop/api/letters.py
import time

from fastapi import APIRouter, Request

router = APIRouter()


@router.get('/letter')
async def letter(request: Request):
    time.sleep(2) #! sync-io-in-hot-path hint

#- shop/api/lists.py
import time

from fastapi import APIRouter

router = APIRouter()


@router.get('/list')
async def list_all():
    time.sleep(2) #! sync-io-in-hot-path warning

#- shop/parts/__init__.py
from .gather import gathered

__all__ = ['gathered']

#- shop/parts/gather.py
from fastapi import APIRouter

from shop.parts import loans

gathered = APIRouter()
gathered.include_router(loans.router)

#- shop/parts/loans.py
import time

from fastapi import APIRouter

router = APIRouter()


@router.get('/loans')
async def loans():
    time.sleep(2) #! sync-io-in-hot-path warning
