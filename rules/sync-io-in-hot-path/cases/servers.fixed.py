import asyncio
import time

import requests
import tornado.web
from aiohttp import web
from celery import shared_task
from discord.ext import commands

routes = web.RouteTableDef()
bot = commands.Bot('!')


async def handler(request: web.Request):
    return web.json_response((await asyncio.to_thread(requests.get, 'https://prices.example')).json())


@routes.get('/prices')
async def decorated(request):
    return web.json_response((await asyncio.to_thread(requests.get, 'https://prices.example')).json())


class Prices(web.View):
    async def get(self):
        return web.json_response((await asyncio.to_thread(requests.get, 'https://prices.example')).json())


# Tornado calls plain handlers on its loop.
class OnLoop(tornado.web.RequestHandler):
    def get(self):
        self.write(requests.get('https://prices.example').text)

    def put(self):
        self.show()

    def delete(self):
        self.show()

    # Two handlers come by it, and it is said once, where it can be mended.
    def show(self):
        self.write(requests.get('https://prices.example').text)

    async def post(self):
        self.write((await asyncio.to_thread(requests.get, 'https://prices.example')).text)


@bot.command()
async def price(context, key):
    await context.send((await asyncio.to_thread(requests.get, f'https://prices.example/{key}')).text)


@shared_task
def nightly():
    time.sleep(1)
    requests.get('https://prices.example')


app = web.Application()
app.router.add_get('/', handler)
app.add_routes(routes)

#- shop/flask_app.py
import requests
from flask import Flask

app = Flask(__name__)


@app.route('/prices')
def prices():
    return requests.get('https://prices.example').json()


@app.route('/offers')
async def offers():
    shown = requests.get('https://offers.example').json()
    return [shown, await more_offers()]


async def more_offers():
    return requests.get('https://offers.example/more').json()
