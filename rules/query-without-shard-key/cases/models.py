from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404

from shop.models import Country, Job, Order, Visit
from shop.queries import late_orders


def orders(request: HttpRequest):
    found = Order.objects.filter(state=request.GET['state']).order_by('at') #! query-without-shard-key warning O(shards)
    one = Order.objects.get(pk=request.GET['id']) #! query-without-shard-key
    own = Order.objects.filter(state='open', store_id=request.GET['store']) #= names the key
    through = Order.objects.filter(state='open', store__owner=request.user) #= leads to the key
    line = Order.objects.filter(lines__store=3) #= another table's column may tell the key
    country = Country.objects.filter(code='de') #= is not sharded
    return JsonResponse({'orders': [list(found), one, list(own), list(through), list(line), list(country), late_orders()]})


def order(request: HttpRequest, pk: int):
    found = get_object_or_404(Order, pk=pk) #! query-without-shard-key
    more = Order.objects.filter(state='open', **request.GET) #= may hold anything
    every = Order.objects.all() #= asks for all of them
    visit = Visit.objects.get(pk=pk) #= is sharded by its primary key
    job = Job.objects.filter(state='open') #= its manager may add the key
    return JsonResponse({'order': found.pk, 'more': list(more), 'every': list(every), 'visit': visit, 'job': list(job)})
#- shop/models.py
from django.db import models


class Order(models.Model):
    store = models.ForeignKey('Store', on_delete=models.CASCADE)
    state = models.CharField(max_length=20)


class Country(models.Model):
    code = models.CharField(max_length=2)


class Visit(models.Model):
    key = models.CharField(max_length=20, primary_key=True)


class JobManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset()


class Job(models.Model):
    state = models.CharField(max_length=20)
    objects = JobManager()
#- shop/queries.py
from shop.models import Order


def late_orders():
    return list(Order.objects.filter(state='late')) #! query-without-shard-key warning
#- shop/migrations/0002_distribute.py
from django.db import migrations


class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL("SELECT create_distributed_table('shop_order', 'store_id')"),
        migrations.RunSQL("SELECT create_distributed_table('shop_visit', 'key')"),
        migrations.RunSQL("SELECT create_distributed_table('shop_job', 'store_id')"),
        migrations.RunSQL('SELECT 1', "SELECT create_distributed_table('shop_country', 'code_of_region')"),
    ]
