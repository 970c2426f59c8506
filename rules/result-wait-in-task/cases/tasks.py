#- shop/tasks.py
from celery import group, shared_task
from celery.result import AsyncResult, allow_join_result

from .reports import total_of


@shared_task
def price(number):
    return number


@shared_task
def total(numbers):
    prices = [price.delay(number) for number in numbers]
    return sum(each.get() for each in prices)  #! result-wait-in-task hint


@shared_task
def one(number):
    sent = price.apply_async(args=[number])
    return sent.get(disable_sync_subtasks=False)  #! result-wait-in-task hint


@shared_task
def through(numbers):
    return total_of(numbers)


@shared_task
def grouped(numbers):
    with allow_join_result():
        return group(price.s(number) for number in numbers).apply_async().get()  #! result-wait-in-task hint


@shared_task
def by_id(key):
    return AsyncResult(key).get()  #! result-wait-in-task hint
#- shop/reports.py
from .tasks import price


def total_of(numbers):
    return sum(price.delay(number).get() for number in numbers)  #! result-wait-in-task hint
#- shop/silent.py
from celery import chord, shared_task
from celery.result import AsyncResult
from django.http import HttpRequest, JsonResponse

from .tasks import price, total


@shared_task
def collected(prices):
    return sum(prices)


@shared_task
def told(numbers):
    chord([price.s(number) for number in numbers])(collected.s()).delay()  #= what comes after is a task of its own


@shared_task
def handed(number):
    price.delay(number)  #= nobody waits


@shared_task
def here(number):
    return price(number) + price.apply(args=[number]).get()  #= runs in this worker


@shared_task
def looked_at(key):
    return AsyncResult(key).ready()  #= asks, and does not wait


@shared_task
def settings(options):
    return options.get('size')  #= no result


def report(request: HttpRequest) -> JsonResponse:
    return JsonResponse({'total': total.delay([1]).get()})  #= a request waits, and takes no worker of the queue


def main():
    print(total.delay([1]).get())  #= neither does a command
