# Rows that meet a condition are as likely three as thousands: a hint, also where the project reads that table page by page. Of kinds there are few, and
# all rows of a table may be few where others are read page by page and it is not.
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
    crates = Crate.objects.filter(city=wanted)
    found += [crate.shop.city for crate in crates.all().select_related('shop')]
    shown = PromoCode.objects.all().select_related('shop')
    shown = shown.order_by('shop')[:20]
    found += [code.shop.city for code in shown]
    found += [parcel.shop.city for parcel in Parcel.objects.filter(city=wanted).select_related('shop')]
    found += [letter.shop.city for letter in Letter.objects.filter(city=wanted).select_related('shop')]
    found += [code.shop.city for code in RegionCode.objects.all().select_related('shop')]
    found += [code.shop.city for code in PromoCode.objects.all().select_related('shop')]
    found += [parcel.shop.city for parcel in Parcel.objects.all().select_related('shop')]
    return JsonResponse({'found': found})

#- shop/rest.py
from rest_framework import pagination, viewsets
from rest_framework.serializers import ModelSerializer, StringRelatedField

from shop.models import Barrel


class BarrelSerializer(ModelSerializer):
    shop = StringRelatedField()

    class Meta:
        model = Barrel
        fields = ['shop']


class ShortPages(pagination.PageNumberPagination):
    page_size = 15


class LongPages(pagination.PageNumberPagination):
    page_size = 15
    page_size_query_param = 'size'


class DefaultViews(viewsets.ModelViewSet):
    queryset = Barrel.objects.all().select_related('shop')
    serializer_class = BarrelSerializer


class ShortViews(viewsets.ModelViewSet):
    queryset = Barrel.objects.all().select_related('shop')
    serializer_class = BarrelSerializer
    pagination_class = ShortPages


class LongViews(viewsets.ModelViewSet):
    queryset = Barrel.objects.all().select_related('shop')
    serializer_class = BarrelSerializer
    pagination_class = LongPages


class OwnViews(viewsets.ModelViewSet):
    serializer_class = BarrelSerializer

    def get_queryset(self):
        # What one person has is mostly a handful.
        return Barrel.objects.filter(owner=self.request.user).select_related('shop')


class FriendsViews(viewsets.ModelViewSet):
    serializer_class = BarrelSerializer

    def get_queryset(self):
        return Barrel.objects.filter(owner__in=self.request.user.friends.all()).select_related('shop')


class AllViews(viewsets.ModelViewSet):
    queryset = Barrel.objects.all().select_related('shop')
    serializer_class = BarrelSerializer
    pagination_class = None

#- shop/settings.py
import os

from decouple import config

SHELF = int(os.environ.get('SHELF', 12))
ROW = config('ROW', default=15, cast=int)
REST_FRAMEWORK = {'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.PageNumberPagination', 'PAGE_SIZE': 40}

#- shop/models.py
from django.db import models


class Cooper(models.Model):
    city = models.TextField()

    def __str__(self):
        return self.city


class Barrel(models.Model):
    owner = models.ForeignKey('auth.User', on_delete=models.CASCADE)
    shop = models.ForeignKey(Cooper, on_delete=models.CASCADE)

#- shop/views.py
from django.conf import settings
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from shop.models import Barrel


@require_GET
def shelf(request):
    page = Paginator(Barrel.objects.all().select_related('shop'), settings.SHELF).get_page(request.GET.get('page'))
    return JsonResponse({'found': [barrel.shop.city for barrel in page]})


@require_GET
def row(request):
    page = Paginator(Barrel.objects.all().select_related('shop'), settings.ROW).get_page(request.GET.get('page'))
    return JsonResponse({'found': [barrel.shop.city for barrel in page]})


NEWEST = 12


@require_GET
def newest(request):
    barrels = Barrel.objects.order_by('-id').select_related('shop')
    return JsonResponse({'found': [barrel.shop.city for barrel in barrels[: NEWEST + 1]]})


@require_GET
def own(request):
    found = [barrel.shop.city for barrel in Barrel.objects.filter(owner=request.user).select_related('shop')]
    found += [barrel.shop.city for barrel in Barrel.objects.filter(shop=request.GET['shop']).select_related('shop')]
    return JsonResponse({'found': found})


@require_GET
def shown(request):
    return render(request, 'shop/shown.html', {'barrels': Barrel.objects.all().select_related('shop')[: settings.SHOWN]})


@require_GET
def hundred(request):
    return render(request, 'shop/shown.html', {'barrels': Barrel.objects.all().select_related('shop')[:100]})


@require_GET
def cellar(request):
    page = Paginator(Barrel.objects.all().select_related('shop'), 100).get_page(request.GET.get('page'))
    return JsonResponse({'found': [barrel.shop.city for barrel in page]})
