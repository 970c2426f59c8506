# What only a command of Django does runs now and then: nobody waits for it.
import csv


def names_in(path):
    names = []
    names_set = set()
    with open(path) as file:
        for row in csv.DictReader(file):
            if row['name'] not in names_set:
                names.append(row['name'])
                names_set.add(names[-1])
    return names


def emails_in(path):
    emails = []
    emails_set = set()
    with open(path) as file:
        for row in csv.DictReader(file):
            if row['email'] not in emails_set:
                emails.append(row['email'])
                emails_set.add(emails[-1])
    return emails

#- shop/views.py
from commands import names_in
from django.views.decorators.http import require_GET


@require_GET
def names(request):
    return names_in('names.csv')

#- shop/management/commands/audit.py
import csv

from django.core.management.base import BaseCommand
from commands import emails_in


class Command(BaseCommand):
    def handle(self, *args, **options):
        serials = set()
        with open(options['path']) as file:
            for row in csv.DictReader(file):
                if row['serial'] not in serials:
                    serials.add(row['serial'])
        self.stdout.write(str(emails_in(options['path'])))
