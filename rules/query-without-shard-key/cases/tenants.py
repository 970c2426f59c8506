from django.http import HttpRequest, JsonResponse

from shop.models import Order


def orders(request: HttpRequest):
    found = Order.objects.filter(state=request.GET['state']) #= the tenant of the request is added
    return JsonResponse({'orders': list(found)})
#- shop/models.py
from django.db import models
from django_multitenant.models import TenantModel


class Order(TenantModel):
    state = models.CharField(max_length=20)

    class TenantMeta:
        tenant_field_name = 'store_id'
#- shop/middleware.py
from django_multitenant.utils import set_current_tenant


def of_tenant(get_response):
    def middleware(request):
        set_current_tenant(request.user.store)
        return get_response(request)

    return middleware
