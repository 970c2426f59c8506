import time

import requests
import tornado.web
from aiohttp import web
from celery import shared_task
from discord.ext import commands

routes = web.RouteTableDef()
bot = commands.Bot('!')


async def handler(request: web.Request):
    return web.json_response(requests.get('https://prices.example').json()) #! sync-io-in-hot-path warning


@routes.get('/prices')
async def decorated(request):
    return web.json_response(requests.get('https://prices.example').json()) #! sync-io-in-hot-path warning


class Prices(web.View):
    async def get(self):
        return web.json_response(requests.get('https://prices.example').json()) #! sync-io-in-hot-path warning


# Tornado calls plain handlers on its loop.
class OnLoop(tornado.web.RequestHandler):
    def get(self):
        self.write(requests.get('https://prices.example').text) #! sync-io-in-hot-path warning

    def put(self):
        self.show()

    def delete(self):
        self.show()

    # Two handlers come by it, and it is said once, where it can be mended.
    def show(self):
        self.write(requests.get('https://prices.example').text) #! sync-io-in-hot-path warning 💡none

    async def post(self):
        self.write(requests.get('https://prices.example').text) #! sync-io-in-hot-path warning


@bot.command()
async def price(context, key):
    await context.send(requests.get(f'https://prices.example/{key}').text) #! sync-io-in-hot-path warning


@shared_task
def nightly():
    time.sleep(1) #= a worker's process has no other work
    requests.get('https://prices.example') #= a worker's process has no other work


app = web.Application()
app.router.add_get('/', handler)
app.add_routes(routes)


#- shop/flask_app.py
import requests
from flask import Flask

app = Flask(__name__)


@app.route('/prices')
def prices():
    return requests.get('https://prices.example').json() #= Flask serves each request in a thread or a process of its own


@app.route('/offers')
async def offers():
    shown = requests.get('https://offers.example').json() #= and runs a coroutine there, on a loop of its own
    return [shown, await more_offers()]


async def more_offers():
    return requests.get('https://offers.example/more').json() #= as above
