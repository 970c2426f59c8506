import asyncio
import requests
from asgiref.sync import sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer, WebsocketConsumer
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.http import HttpRequest, JsonResponse
from django.views import View

from library.models import Book


async def books(request: HttpRequest):
    first = Book.objects.get(pk=1)
    all_books = [book.title for book in Book.objects.all()]
    first.save()
    cache.set('first', first)
    user = await asyncio.to_thread(authenticate, request)
    return JsonResponse({'first': first.title, 'all': all_books, 'user': user})


async def measured(request: HttpRequest):
    found = Book.objects.filter(title='x')
    return JsonResponse({'count': len(found)})


async def awaited(request: HttpRequest):
    first = await Book.objects.afirst()
    rows = [book async for book in Book.objects.all()]
    async for book in Book.objects.filter(title='x'):
        rows.append(book)
    later = Book.objects.order_by('title')
    async for book in later:
        rows.append(book)
    await first.asave()
    await cache.aset('first', first)
    return JsonResponse({'count': await later.acount()})


async def in_threads(request: HttpRequest):
    count = await sync_to_async(Book.objects.count)()
    rows = await sync_to_async(list)(Book.objects.all())
    rows += await sync_to_async(lambda: list(Book.objects.all()))()
    get = sync_to_async(Book.objects.get)
    first = await get(pk=1)
    return JsonResponse({'count': count, 'rows': rows, 'first': first})


async def described(request: HttpRequest):
    wanted = Book.objects.filter(title='x')
    return JsonResponse({'query': str(wanted.query)})


class AsyncBooks(View):
    async def get(self, request):
        return JsonResponse({'count': Book.objects.count()})


class Books(View):
    def get(self, request):
        return JsonResponse({'count': Book.objects.count()})


class AsyncChat(AsyncWebsocketConsumer):
    async def receive(self, text_data):
        await asyncio.to_thread(requests.post, 'https://chat.example', data=text_data)


class Chat(WebsocketConsumer):
    def receive(self, text_data):
        requests.post('https://chat.example', data=text_data)


class Timing:
    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        await asyncio.to_thread(requests.post, 'https://times.example')
        return await self.get_response(request)

#- library/models.py
from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=200)
