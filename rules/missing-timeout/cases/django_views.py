#- catalogue/views.py
import requests
from django.conf import settings
from django.http import HttpResponse, JsonResponse


def rates(request, currency):
    return JsonResponse(requests.get(f'https://rates.example/{currency}').json())  #! missing-timeout warning


def worker(_request):
    if settings.VITE_DEV_MODE:
        return HttpResponse(requests.get('http://localhost:5173/sw.js').content)  #= on the machine of who develops
    return HttpResponse(status=404)


def prices(_request):
    return JsonResponse(price_of('book'))


def price_of(kind):
    return requests.get(f'https://prices.example/{kind}').json()  #! missing-timeout warning


def weight_of(kind):
    return requests.get(f'https://weights.example/{kind}').json()  #= no view calls it, and it takes no request
