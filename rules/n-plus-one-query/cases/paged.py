# Rows that meet a condition are as likely three as thousands: a hint, unless the project itself reads that table page by page.
from django.core.paginator import Paginator
from django.db import models
from django.http import JsonResponse
from django.views.decorators.http import require_GET
from django.views.generic import ListView


class Shop(models.Model):
    city = models.TextField()


class Parcel(models.Model):
    city = models.TextField()


class Letter(models.Model):
    city = models.TextField()


class Letters(ListView):
    model = Letter
    paginate_by = 50


@require_GET
def parcels(request):
    found = Parcel.objects.filter(city=request.GET['city'])
    return JsonResponse({'page': list(Paginator(found, 50).page(1))})


@require_GET
def totals(request):
    wanted = request.GET['city']
    found = [Parcel.objects.filter(city=shop.city).count() for shop in Shop.objects.filter(city=wanted)]  #! n-plus-one-query hint
    found += [Shop.objects.filter(city=parcel.city).count() for parcel in Parcel.objects.filter(city=wanted)]  #! n-plus-one-query warning
    found += [Shop.objects.filter(city=letter.city).count() for letter in Letter.objects.filter(city=wanted)]  #! n-plus-one-query warning
    for parcel in Parcel.objects.filter(sender=request.user):
        found.append(Shop.objects.filter(city=parcel.city).count())  #! n-plus-one-query hint
    for parcel in Parcel.objects.filter(city=wanted):
        if parcel.is_late:
            found.append(Shop.objects.filter(city=parcel.city).count())  #! n-plus-one-query hint
    return JsonResponse({'found': found})
