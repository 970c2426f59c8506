# What an administrator alone asks for, happens now and then: whom a handler depends on says so.

#- orders.py
import subprocess
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI

from people import CurrentAdmin, User, get_current_active_superuser, get_current_user, is_admin, require_admin

app = FastAPI()
jobs = APIRouter(dependencies=[Depends(require_admin)])
orders = APIRouter(dependencies=[Depends(get_current_user)])
app.include_router(jobs)
app.include_router(orders)


@jobs.get('/jobs')
async def by_router():
    return subprocess.run(['ls'])


@orders.get('/exports')
async def by_default(user: User = Depends(get_current_active_superuser)):
    return subprocess.run(['ls', '1'])


@orders.get('/annotated')
async def by_annotation(user: Annotated[User, Depends(require_admin)]):
    return subprocess.run(['ls', '2'])


@orders.get('/typed')
async def by_type(user: CurrentAdmin):
    return subprocess.run(['ls', '3'])


@orders.get('/asks')
async def by_answer(admin: Annotated[bool, Depends(is_admin)]):
    return [admin, subprocess.run(['ls', '9'])]


@orders.get('/decorated', dependencies=[Depends(require_admin)])
async def by_decorator():
    return subprocess.run(['ls', '4'])


@orders.get('/sent-away')
async def by_itself(user: User = Depends(get_current_user)):
    if not user.is_superuser:
        return None
    return subprocess.run(['ls', '6'])


@orders.get('/sent-away-unless')
async def by_itself_or_owner(owner: int, user: User = Depends(get_current_user)):
    if not user.is_superuser and user.id != owner:
        return None
    return subprocess.run(['ls', '7'])


@orders.get('/more-for-some')
async def more_for_some(user: User = Depends(get_current_user)):
    if not user.is_superuser:
        user.quota = 10
    return subprocess.run(['ls', '8'])


@orders.get('/orders')
async def for_all(user: User = Depends(get_current_user)):
    return subprocess.run(['ls', '5'])

#- people.py
from typing import Annotated

from fastapi import Depends


class User:
    id = 0
    quota = 0
    is_superuser = False


def get_current_user() -> User:
    return User()


def get_current_active_superuser() -> User:
    return User()


def is_admin() -> bool:
    return False


def require_admin() -> User:
    return User()


CurrentAdmin = Annotated[User, Depends(require_admin)]

#- shop/views.py
import asyncio
import subprocess

from django.views import View
from rest_framework.permissions import AllowAny, IsAdminUser

from mixins import AdminOrOwnerRequiredMixin, StaffRequiredMixin


class Jobs(View):
    permission_classes = [IsAdminUser]

    async def get(self, request):
        return await asyncio.to_thread(subprocess.run, ['ls', '10'])


class Orders(View):
    permission_classes = [IsAdminUser]

    def get_permissions(self):
        return [AllowAny()]

    async def get(self, request):
        return await asyncio.to_thread(subprocess.run, ['ls', '11'])


class Exports(StaffRequiredMixin, View):
    async def get(self, request):
        return await asyncio.to_thread(subprocess.run, ['ls', '12'])


class Own(AdminOrOwnerRequiredMixin, View):
    async def get(self, request):
        return await asyncio.to_thread(subprocess.run, ['ls', '13'])
