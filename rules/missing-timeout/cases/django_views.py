#- catalogue/views.py
import requests
from django.http import JsonResponse


def rates(request, currency):
    return JsonResponse(requests.get(f'https://rates.example/{currency}').json())  #! missing-timeout warning


def prices(_request):
    return JsonResponse(price_of('book'))


def price_of(kind):
    return requests.get(f'https://prices.example/{kind}').json()  #! missing-timeout warning


def weight_of(kind):
    return requests.get(f'https://weights.example/{kind}').json()  #= no view calls it, and it takes no request
