# A bot that takes one message after the other lets nobody wait longer because it blocks; one that takes several at once does.

#- bot.py
import psycopg2
from telegram.ext import Application, CommandHandler

connection = psycopg2.connect('dbname=shop')


async def orders(update, context):
    with connection.cursor() as cursor:
        cursor.execute('SELECT * FROM orders')
        await update.message.reply_text(str(len(cursor.fetchall())))


application = Application.builder().token('…').build()
application.add_handler(CommandHandler('orders', orders))

#- heavy_bot.py
import asyncio
import subprocess

from telegram.ext import Application, CommandHandler


async def convert(update, context):
    await asyncio.to_thread(subprocess.run, ['convert', context.args[0]])
    await update.message.reply_text('done')


async def render(update, context):
    await asyncio.to_thread(subprocess.run, ['render', context.args[0]])
    await update.message.reply_text('done')


application = Application.builder().token('…').build()
application.add_handler(CommandHandler('convert', convert))
application.add_handler(CommandHandler('render', render, block=False))

#- side_by_side.py
import asyncio
import subprocess

from telegram.ext import Application, CommandHandler


async def convert(update, context):
    await asyncio.to_thread(subprocess.run, ['convert', context.args[0]])
    await update.message.reply_text('done')


application = Application.builder().token('…').concurrent_updates(True).build()
application.add_handler(CommandHandler('convert', convert))

#- router.py
import asyncio
import subprocess

from aiogram import Router

router = Router()


@router.message()
async def prices(message):
    await asyncio.to_thread(subprocess.run, ['prices'])
    await message.answer('done')
