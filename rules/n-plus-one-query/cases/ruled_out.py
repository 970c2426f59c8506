# What a branch asks of a parameter, and the caller does not hand in, does not happen.
from django.db import models
from django.http import JsonResponse
from django.views.decorators.http import require_GET


class Order(models.Model):
    parent = models.IntegerField()


def describe(number, detail):
    if detail == 'full':
        return Order.objects.get(pk=number)
    return number


def checked(number, strict=True):
    if not strict:
        return number
    return Order.objects.get(pk=number)


def updated(number, update=False):
    if update is False:
        return number
    else:
        return Order.objects.get(pk=number)


def fresh(number, cached=True):
    if cached is not True:
        return Order.objects.get(pk=number)
    return number


def of_period(period=None):
    found = []
    if period:
        for order in Order.objects.filter(parent__gt=period):
            found.append(Order.objects.get(pk=order.parent))  #! n-plus-one-query hint
    return found


def since(period=None):
    found = []
    if period:
        for order in Order.objects.all():
            found.append(Order.objects.get(pk=order.parent))  #! n-plus-one-query hint
    return found


@require_GET
def orders(request):
    found = []
    for order in Order.objects.filter(parent__gt=0):
        found.append(describe(order.id, 'short'))  #= asks for no more than its number
        found.append(describe(order.parent, 'full'))  #! n-plus-one-query
        found.append(checked(order.id, False))  #= leaves before the query
        found.append(checked(order.parent))  #! n-plus-one-query
        found.append(updated(order.parent))  #= only asks where it is told to
        found.append(updated(order.parent, update=True))  #! n-plus-one-query
        found.append(fresh(order.parent))  #= as above
        found.append(fresh(order.parent, cached=False))  #! n-plus-one-query
    return JsonResponse({'found': found, 'all': of_period(), 'since': since(request.GET['since'])})
