# Rows that meet a condition are as likely three as thousands: a hint, unless the project itself reads that table page by page. And of kinds there are few.
from django.core.paginator import Paginator
from django.db import models
from django.http import JsonResponse
from django.views.decorators.http import require_GET
from django.views.generic import ListView


class Shop(models.Model):
    city = models.TextField()


class Parcel(models.Model):
    city = models.TextField()
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)


class Letter(models.Model):
    city = models.TextField()
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)


class Crate(models.Model):
    city = models.TextField()
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)


class RegionCode(models.Model):
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)


class PromoCode(models.Model):
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)


class Letters(ListView):
    model = Letter
    paginate_by = 50


@require_GET
def parcels(request):
    found = Parcel.objects.filter(city=request.GET['city']).values('city')
    return JsonResponse({'page': list(Paginator(found, 50).page(1))})


@require_GET
def cities(request):
    wanted = request.GET['city']
    found = [crate.shop.city for crate in Crate.objects.filter(city=wanted).select_related('shop')]
    found += [parcel.shop.city for parcel in Parcel.objects.filter(city=wanted).select_related('shop')]
    found += [letter.shop.city for letter in Letter.objects.filter(city=wanted).select_related('shop')]
    found += [code.shop.city for code in RegionCode.objects.all().select_related('shop')]
    found += [code.shop.city for code in PromoCode.objects.all().select_related('shop')]
    return JsonResponse({'found': found})
