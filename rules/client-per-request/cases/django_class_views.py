import httpx
from django.http import HttpRequest, HttpResponse
from django.views import View
from rest_framework.views import APIView


class Prices(View):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.client = httpx.Client()  #! client-per-request

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(self.client.get("https://prices.example").text)


class News(APIView):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.client = httpx.Client()  #! client-per-request


class Feed:
    def __init__(self):
        #= no view: whoever makes it may keep it
        self.client = httpx.Client()
