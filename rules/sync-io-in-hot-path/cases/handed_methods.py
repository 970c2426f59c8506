from music_library import Connection, stream_client


class Provider:
    def __init__(self, mass, connection: Connection):
        self.mass = mass
        self._api = connection
        self._live = stream_client()
        self._few = connection

    async def _in_thread(self, call, *args):
        return await self.mass.run(call, *args)

    async def album(self, key: str):
        return await self._in_thread(self._api.get_album, key)

    async def artist(self, key: str):
        return await self._in_thread(self._api.get_artist, key)

    async def songs(self, key: str):
        return await self._in_thread(self._api.get_songs, key)

    async def cover(self, key: str) -> bytes:
        with self._api.get_cover(key) as art:  #! sync-io-in-hot-path hint 💡none
            return art.content

    async def stop(self) -> None:
        #= not named as those are that take long
        self._api.close()

    def cover_at_once(self, key: str) -> bytes:
        #= no event loop runs this
        return self._api.get_cover(key).content

    async def live(self, key: str):
        first = await self._in_thread(self._live.get_first, key)
        second = await self._in_thread(self._live.get_second, key)
        third = await self._in_thread(self._live.get_third, key)
        last = await self._live.get_last(key)
        #= some of it is asynchronous: it may be a client that knows what blocks
        name = self._live.get_name()
        return [first, second, third, last, name]

    async def some(self, key: str):
        name = await self._in_thread(self._few.get_name, key)
        #= one that is handed over is no habit
        return name, self._few.get_title(key)
