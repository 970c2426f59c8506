#- shop/consume.py
import pika

connection = pika.BlockingConnection(pika.ConnectionParameters('broker'))
channel = connection.channel()


def handle(channel, method, properties, body):
    print(body)
    channel.basic_ack(delivery_tag=method.delivery_tag)


channel.basic_consume('orders', handle)  #! unbounded-prefetch hint
channel.basic_consume('orders', handle, auto_ack=False)  #! unbounded-prefetch hint
channel.basic_consume('orders', handle, auto_ack=True)  #= nobody confirms
channel.basic_get('orders')  #= one at a time


def start(options):
    channel.basic_consume('orders', handle, **options)  #= options that do not show
#- shop/reads.py
class Reader:
    def basic_consume(self, queue, handle):
        pass


Reader().basic_consume('orders', print)  #= no channel
#- shop/waits.py
import aio_pika


async def main():
    connection = await aio_pika.connect_robust('amqp://broker')
    channel = await connection.channel()
    queue = await channel.declare_queue('orders')
    await queue.consume(print)  #! unbounded-prefetch hint
    await queue.consume(print, no_ack=True)  #= nobody confirms
#- tests/consume_test.py
import pika

pika.BlockingConnection().channel().basic_consume('orders', print)  #= a test
