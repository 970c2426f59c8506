import asyncio

from sqlalchemy import select

from shop.models import Order


class Orders:
    def __init__(self, users, parcels, bucket, sessions):
        self.users = users
        self.parcels = parcels
        self.bucket = bucket
        self.sessions = sessions

    async def buyers(self, keys):
        found = []
        for key in keys:
            user = await self.users.get_user_by_id_async(key)  #! n-plus-one-query hint O(keys)
            if user:
                found.append(user)
        return found

    async def first_buyer(self, keys):
        for key in keys:
            user = await self.users.get_user_by_id(key)  #= looks for the first that fits
            if user.is_active:
                return user
        return None

    async def buyers_of(self, keys):
        return await self.users.get_users_by_ids(keys)  #= all at once

    async def described(self):
        async with self.sessions() as session:
            result = await session.execute(select(Order))
            orders = result.scalars().all()
            shown = []
            for order in orders:
                shown.append(await order.describe_async())  #! n-plus-one-query hint
                shown.append(order.describe())  #= waits for nobody
                shown += [name for name, _ in order.pairs()]  #= nor does what is walked at once
            return shown

    async def together(self, keys):
        return await asyncio.gather(*(self.users.get_user_by_id(key) for key in keys))  #= all at the same time

    async def two(self):
        return [await self.users.get_user_by_id(key) for key in (1, 2)]  #= two of them, and never more

    async def stored(self, paths):
        for path in paths:
            await self.bucket.upload_file(path)  #! n-plus-one-query hint

    async def noted(self, lines):
        for line in lines:
            await self.parcels.note(line)  #= whatever that is

    async def same(self, keys, admin):
        for key in keys:
            user = await self.users.get_user_by_id(admin)  #= does not depend on the element
            print(key, user)

    async def pages(self, key):
        while key:
            page = await self.users.get_page_by_key(key)  #= each says where the next one is
            key = page.next
#- shop/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)

    def describe(self):
        return {'id': self.id}
