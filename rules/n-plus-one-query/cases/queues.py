import boto3
from celery import Celery, group, shared_task
from rq import Queue

app = Celery()
queue = Queue()
sqs = boto3.client('sqs')


@shared_task
def send(mail):
    print(mail)


def each(mails):
    for mail in mails:
        queue.enqueue(send, mail)  #! n-plus-one-query hint
    for mail in mails:
        sqs.send_message(QueueUrl='mails', MessageBody=mail)  #! n-plus-one-query hint


def together(mails):
    queue.enqueue_many([Queue.prepare_data(send, [mail]) for mail in mails])  #= all at once
    for i in range(0, len(mails), 10):
        sqs.send_message_batch(QueueUrl='mails', Entries=mails[i : i + 10])  #= ten at a time


def tasks(mails):
    # A group sends one message per task as well.
    for mail in mails:
        send.delay(mail)  #= nothing of Celery's sends them in fewer messages
    group(send.s(mail) for mail in mails).delay()  #= once


def stopped(results, keys):
    for result in results:
        result.revoke(terminate=True)  #! n-plus-one-query hint
    for key in keys:
        app.control.revoke(key, terminate=True)  #! n-plus-one-query hint


def stopped_together(results):
    app.control.revoke([result.id for result in results], terminate=True)  #= a list of them goes out once


def withdrawn(grants):
    for grant in grants:
        grant.revoke()  #= nobody knows what that is
