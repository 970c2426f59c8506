# What is asked of other services while a transaction of Django is open.
#- shop/models.py
from django.db import models


class Order(models.Model):
    paid = models.BooleanField(default=False)
    total = models.IntegerField(default=0)

#- shop/payments.py
import requests


def charge(total):
    return requests.post('https://payments.example/charges', json={'total': total}, timeout=5).json()

#- shop/tasks.py
from celery import shared_task


@shared_task
def tell(order_id):
    return order_id

#- shop/views.py
import requests
from django.core.mail import send_mail
from django.db import transaction
from django.http import JsonResponse
from rest_framework.views import APIView

from .models import Order
from .payments import charge
from .tasks import tell


def pay(request, pk):
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=pk)
        requests.post('https://payments.example/charges', json={'total': order.total}, timeout=5)  #! lock-held-across-io warning
        order.paid = True
        order.save()
    requests.post('https://mails.example/paid', timeout=5)  #= it is committed
    return JsonResponse({})


def pay_through(request, pk):
    with transaction.atomic():
        Order.objects.filter(pk=pk).update(paid=True)
        charge(100)  #! lock-held-across-io warning
    return JsonResponse({})


class Orders(APIView):
    @transaction.atomic
    def post(self, request):
        order = Order.objects.create(total=1)
        send_mail('New', 'An order', 'shop@example.com', ['all@example.com'])  #! lock-held-across-io hint
        return JsonResponse({'id': order.pk})

    @transaction.atomic
    def put(self, request):
        rate = requests.get('https://rates.example', timeout=5).json()  #! lock-held-across-io hint
        Order.objects.create(total=rate['total'])
        return JsonResponse({})


def tell_later(request, pk):
    with transaction.atomic():
        Order.objects.filter(pk=pk).update(paid=True)
        transaction.on_commit(lambda: requests.post('https://mails.example', timeout=5))  #= it runs when it is committed
        tell.delay(pk)  #= a broker takes it at once
        Order.objects.filter(paid=True).count()  #= what a transaction is for
    return JsonResponse({})


def ask_first(request, pk):
    rate = charge(0)  #= before it begins
    with transaction.atomic():
        Order.objects.filter(pk=pk).update(total=rate['total'])
    return JsonResponse({})


def alarmed(request, pk):
    with transaction.atomic():
        try:
            Order.objects.filter(pk=pk).update(paid=True)
        except ValueError:
            requests.post('https://alarms.example', timeout=5)  #= only where something failed
            raise
    return JsonResponse({})


def outer(request, pk):
    with transaction.atomic():
        Order.objects.filter(pk=pk).update(paid=True)
        inner(pk)  #= what is held there is reported there
    return JsonResponse({})


def inner(pk):
    with transaction.atomic():
        Order.objects.filter(pk=pk).update(total=1)
        requests.post('https://hooks.example', timeout=5)  #! lock-held-across-io warning

#- shop/management/commands/close_orders.py
import requests
from django.core.management.base import BaseCommand
from django.db import transaction

from shop.models import Order


class Command(BaseCommand):
    def handle(self, *args, **options):
        with transaction.atomic():
            Order.objects.update(paid=True)
            requests.post('https://hooks.example', timeout=5)  #= a command, run now and then
