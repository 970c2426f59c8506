#@ no-run: a database
from django.db import models
from django.db.models import Max


class Order(models.Model):
    number = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=20)


class Parcel(models.Model):
    order = models.ForeignKey(Order, related_name='parcels', on_delete=models.CASCADE)
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=20)

    def save(self, *args, **kwargs):
        if not self.pk:
            last = Parcel.objects.filter(order=self.order).aggregate(Max('number'))
            self.number = (last['number__max'] or 0) + 1
        return super().save(*args, **kwargs)


class Letter(models.Model):
    order = models.ForeignKey(Order, related_name='letters', on_delete=models.CASCADE)
    number = models.PositiveIntegerField()

    def save(self, *args, **kwargs):
        self.number = Letter.objects.filter(order=self.order).count()
        return super().save(*args, **kwargs)


def latest(order):
    parcel = Parcel.objects.filter(order=order).latest('number')
    return parcel, parcel.status


def first_status(request):
    parcel = status = None
    for order in Order.objects.all():
        if not parcel:
            parcel, status = latest(order) #= done once, while there is none
    return status


def last_status(request):
    parcel = status = None
    for order in Order.objects.all():
        if not order.name:
            parcel, status = latest(order) #! n-plus-one-query
    return parcel, status


def of_one_order(request):
    found = []
    for order in Order.objects.all():
        if order.name == 'test':
            found.append(latest(order)) #! n-plus-one-query
        elif order.number == 'A1':
            found.append(latest(order)) #= only one order has this number
        elif order.pk == 7:
            found.append(Parcel.objects.filter(order=order).count()) #= only one order has this key
        else:
            found.append(Parcel.objects.filter(order=order).count()) #! n-plus-one-query
    return found


def of_one_title(row: dict[str, str], titles: list[str]):
    found = []
    for title in row.keys():
        if row and title == 'order':
            found.append(Parcel.objects.filter(order=row[title]).count()) #= one of the keys
        if title != 'order':
            found.append(Parcel.objects.filter(status=row[title]).count()) #! n-plus-one-query
    for title in titles:
        if title == 'order':
            found.append(Parcel.objects.filter(status=title).count()) #! n-plus-one-query
    return found


def cancel_parcels(order_id):
    for parcel in Parcel.objects.filter(order_id=order_id):
        parcel.status = 'cancelled'
        parcel.save() #= they are in the database: none of them asks for its number


def count_letters(order_id):
    for letter in Letter.objects.filter(order_id=order_id):
        letter.save() #! n-plus-one-query


def make_parcels(orders: list[Order]):
    for order in orders:
        parcel = Parcel(order=order, status='new')
        parcel.save() #! n-plus-one-query
