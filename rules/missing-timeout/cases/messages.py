import requests
from aiogram import Dispatcher, types

dispatcher = Dispatcher()


@dispatcher.message()
def answer(message: types.Message) -> str:
    return requests.get('https://rates.example').text  #! missing-timeout hint


@dispatcher.message()
def soon(message: types.Message) -> str:
    return requests.get('https://rates.example', timeout=3).text  #= three seconds
