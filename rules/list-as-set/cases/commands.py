# What only a command of Django does runs now and then: nobody waits for it.
import csv


def names_in(path):
    names = []
    with open(path) as file:
        for row in csv.DictReader(file):
            if row['name'] not in names: #! list-as-set warning
                names.append(row['name'])
    return names


def emails_in(path):
    emails = []
    with open(path) as file:
        for row in csv.DictReader(file):
            if row['email'] not in emails: #! list-as-set hint
                emails.append(row['email'])
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
        serials = []
        with open(options['path']) as file:
            for row in csv.DictReader(file):
                if row['serial'] not in serials: #! list-as-set hint
                    serials.append(row['serial'])
        self.stdout.write(str(emails_in(options['path'])))
