#- shop/tasks.py
from celery import shared_task
from confluent_kafka import Producer
from kafka import KafkaProducer

from .events import publish, publish_later
from .models import Order

producer = Producer({'bootstrap.servers': 'kafka'})
kafka = KafkaProducer(bootstrap_servers='kafka')


@shared_task
def announce():
    orders = Order.objects.all()
    for order in orders:
        producer.produce('orders', order.number)
        producer.flush()  #! flush-per-message warning O(orders)


@shared_task
def announce_each():
    orders = Order.objects.all()
    for order in orders:
        kafka.send('orders', order.number).get(timeout=10)  #! flush-per-message warning O(orders)
    for order in orders:
        sent = kafka.send('orders', order.number)
        sent.get()  #! flush-per-message warning O(orders)
    for order in orders:
        publish(kafka, order.number)  #! flush-per-message warning O(orders)


def replay(numbers):
    for number in numbers:
        kafka.send('orders', number)
        kafka.flush()  #! flush-per-message hint O(numbers)


@shared_task
def once():
    orders = Order.objects.all()
    for order in orders:
        kafka.send('orders', order.number)
    kafka.flush()  #= once, after all of them
    futures = [kafka.send('orders', order.number) for order in orders]
    for future in futures:
        future.get()  #= all of them are on their way
    for i, order in enumerate(orders):
        producer.produce('orders', order.number)
        if i % 1000 == 0:
            producer.flush()  #= every thousand
    for order in orders:
        publish_later(kafka, order.number)  #= not each time


@shared_task
def each_by_itself():
    for order in Order.objects.all():
        try:
            kafka.send('orders', order.number).get()  #= each may fail by itself
        except Exception:
            print(order)


@shared_task
def everywhere(numbers):
    for host in ['a', 'b']:
        kafka.send(host, 'stop')
        kafka.flush()  #= two hosts
    for number in numbers:
        own = Producer({'client.id': number})
        own.produce('orders', number)
        own.flush()  #= a producer of its own


class Buffer:
    def flush(self):
        pass


def write(lines):
    buffer = Buffer()
    for line in lines:
        print(line)
        buffer.flush()  #= no producer
#- shop/events.py
from kafka import KafkaProducer


def publish(producer: KafkaProducer, number):
    producer.send('orders', number)
    producer.flush()


def publish_later(producer: KafkaProducer, number):
    producer.send('orders', number)
    if number.endswith('000'):
        producer.flush()
#- shop/models.py
from django.db import models


class Order(models.Model):
    number = models.CharField(max_length=20)
