#- app/draw.py
import io

import matplotlib.pyplot as plt
from xlsxwriter import Workbook


def chart(values: list[float]) -> bytes:
    picture = io.BytesIO()
    plt.plot(values)
    plt.savefig(picture)  #! cpu-work-in-handler warning
    return picture.getvalue()


def sheet(values: list[float]) -> bytes:
    file = io.BytesIO()
    book = Workbook(file)
    page = book.add_worksheet()
    for i, value in enumerate(values):
        page.write(i, 0, value)
    book.close()  #! cpu-work-in-handler hint
    return file.getvalue()


def bars(values: list[float]) -> bytes:
    picture = io.BytesIO()
    figure = plt.figure()
    figure.gca().bar(range(len(values)), values)
    #= plain handlers have a thread each
    figure.savefig(picture)
    return picture.getvalue()


def pie(values: list[float]) -> bytes:
    picture = io.BytesIO()
    figure = plt.figure()
    figure.gca().pie(values)
    #= handed to a thread
    figure.savefig(picture)
    return picture.getvalue()


#- app/main.py
import asyncio

from fastapi import FastAPI, Response

from .draw import bars, chart, pie, sheet

app = FastAPI()


@app.get('/chart')
async def get_chart() -> Response:
    return Response(chart([1.0, 2.0]))


@app.get('/sheet')
async def get_sheet() -> Response:
    return Response(sheet([1.0, 2.0]))


@app.get('/bars')
def get_bars() -> Response:
    return Response(bars([1.0, 2.0]))


@app.get('/pie')
async def get_pie() -> Response:
    return Response(await asyncio.to_thread(pie, [1.0, 2.0]))


#- app/bot.py
import discord
import rembg
from wordcloud import WordCloud

client = discord.Client()


@client.event
async def on_message(message):
    cloud = WordCloud().generate(message.content)  #! cpu-work-in-handler warning
    await message.reply(cloud.to_svg())


async def cut_out(picture: bytes) -> bytes:
    #? miss: no handler is known to lead here
    return rembg.remove(picture)


#- manage.py
import matplotlib.pyplot as plt


def main() -> None:
    #= a command
    plt.savefig('all.png')


if __name__ == '__main__':
    main()
