# A program has only so many kinds of things, however much there is of each.
from django.db import models
from django.http import JsonResponse
from django.views.decorators.http import require_GET


class ActivityCode(models.Model):
    code = models.TextField()


class PromoCode(models.Model):
    code = models.TextField()


class Order(models.Model):
    code = models.TextField()
    source = models.TextField()
    email = models.TextField()


@require_GET
def totals(request):
    found = [Order.objects.filter(code=each.code).count() for each in ActivityCode.objects.all()]  #! n-plus-one-query hint
    found += [Order.objects.filter(code=each.code).count() for each in PromoCode.objects.all()]  #! n-plus-one-query warning
    for source in Order.objects.values_list('source', flat=True).distinct():
        found.append(Order.objects.filter(source=source).count())  #! n-plus-one-query hint
    for email in Order.objects.values_list('email', flat=True).distinct():
        found.append(Order.objects.filter(email=email).count())  #! n-plus-one-query warning
    return JsonResponse({'found': found})
