import pika

channel = pika.BlockingConnection().channel()
channel.basic_qos(prefetch_count=10)
channel.basic_consume('orders', print)  #= ten at a time
