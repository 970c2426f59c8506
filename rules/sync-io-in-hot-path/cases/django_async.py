import requests
from asgiref.sync import sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer, WebsocketConsumer
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.http import HttpRequest, JsonResponse
from django.views import View

from library.models import Book


async def books(request: HttpRequest):
    first = Book.objects.get(pk=1) #! sync-io-in-hot-path hint
    all_books = [book.title for book in Book.objects.all()] #! sync-io-in-hot-path hint
    first.save() #! sync-io-in-hot-path hint
    cache.set('first', first) #! sync-io-in-hot-path hint
    user = authenticate(request) #! sync-io-in-hot-path warning
    return JsonResponse({'first': first.title, 'all': all_books, 'user': user})


async def measured(request: HttpRequest):
    found = Book.objects.filter(title='x') #! sync-io-in-hot-path hint
    return JsonResponse({'count': len(found)})


async def awaited(request: HttpRequest):
    first = await Book.objects.afirst() #= the form that is awaited
    rows = [book async for book in Book.objects.all()] #= walked without the thread
    async for book in Book.objects.filter(title='x'): #= walked without the thread
        rows.append(book)
    later = Book.objects.order_by('title')
    async for book in later: #= walked without the thread
        rows.append(book)
    await first.asave() #= the form that is awaited
    await cache.aset('first', first) #= the form that is awaited
    return JsonResponse({'count': await later.acount()}) #= the form that is awaited


async def in_threads(request: HttpRequest):
    count = await sync_to_async(Book.objects.count)() #= runs in a thread
    rows = await sync_to_async(list)(Book.objects.all()) #= walked in a thread
    rows += await sync_to_async(lambda: list(Book.objects.all()))() #= runs in a thread
    get = sync_to_async(Book.objects.get)
    first = await get(pk=1) #= runs in a thread
    return JsonResponse({'count': count, 'rows': rows, 'first': first})


async def described(request: HttpRequest):
    wanted = Book.objects.filter(title='x') #= described, and not run
    return JsonResponse({'query': str(wanted.query)})


class AsyncBooks(View):
    async def get(self, request):
        return JsonResponse({'count': Book.objects.count()}) #! sync-io-in-hot-path hint


class Books(View):
    def get(self, request):
        return JsonResponse({'count': Book.objects.count()}) #= plain views have threads


class AsyncChat(AsyncWebsocketConsumer):
    async def receive(self, text_data):
        requests.post('https://chat.example', data=text_data) #! sync-io-in-hot-path warning


class Chat(WebsocketConsumer):
    def receive(self, text_data):
        requests.post('https://chat.example', data=text_data) #= plain consumers have threads


class Timing:
    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        requests.post('https://times.example') #! sync-io-in-hot-path hint
        return await self.get_response(request)


#- library/models.py
from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=200)
