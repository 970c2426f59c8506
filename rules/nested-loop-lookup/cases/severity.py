#@ no-run: the severity is what matters here
# A warning where the code shows that it grows, a hint where it might as well be a handful.
import csv
import json
import sys
from pathlib import Path

from django.db import models


class User(models.Model):
    email = models.TextField()
    manager_id = models.TextField()


def lines(users: list[str], path: str) -> list[str]:
    with open(path) as file:
        banned = file.readlines()
    return [user for user in users if user not in banned] #! nested-loop-lookup warning O(users × banned)


def lines_of_a_path(users: list[str], path: Path) -> list[str]:
    banned = path.read_text().splitlines()
    return [user for user in users if user not in banned] #! nested-loop-lookup warning O(users × banned)


def stripped_lines(users: list[str], path: str) -> list[str]:
    banned = [line.strip() for line in open(path)]
    return [user for user in users if user not in banned] #! nested-loop-lookup warning O(users × banned)


def split_text(users: list[str], path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        banned = file.read().split("\n")
    found = []
    for user in users:
        if user in banned: #! nested-loop-lookup warning O(users × banned)
            found.append(user)
    return found


def lines_of_both(path: str, other: str) -> list[str]:
    known = Path(other).read_text().splitlines()
    with open(path) as file:
        return [line for line in file if line not in known] #! nested-loop-lookup warning


def rows_of_a_file(path: str, known: list[str]) -> list[str]:
    with open(path) as file:
        return [row["id"] for row in csv.DictReader(file) if row["id"] in known] #! nested-loop-lookup


def standard_input(known: list[str]) -> list[str]:
    return [line for line in sys.stdin if line.strip() in known] #! nested-loop-lookup


def parsed(path: str, known: list[str]) -> list[str]:
    with open(path) as file:
        names = json.load(file)
    return [name for name in names if name in known] #! nested-loop-lookup


def two_lists(users: list[str], banned: list[str]) -> list[str]:
    return [user for user in users if user not in banned] #! nested-loop-lookup hint O(users × banned)


def same_list(users: list[dict]) -> list[dict | None]:
    #! nested-loop-lookup hint O(users²)
    return [next((other for other in users if other["id"] == user["manager"]), None) for user in users]


def all_rows() -> list[User]:
    users = User.objects.all()
    emails = [user.email for user in User.objects.all()]
    return [user for user in users if user.manager_id in emails] #! nested-loop-lookup


def some_rows(emails: list[str]) -> list[User]:
    users = User.objects.filter(manager_id="1")
    return [user for user in users if user.email in emails] #! nested-loop-lookup hint


def page(emails: list[str]) -> list[User]:
    users = User.objects.all()[:20]
    return [user for user in users if user.email in emails] #= a page of twenty


def values(emails: list[str]) -> list[str]:
    known = User.objects.values_list("email", flat=True)
    return [email for email in emails if email in known] #? miss: what a query yields is walked by `in`


def listed_values(emails: list[str]) -> list[str]:
    known = list(User.objects.values_list("email", flat=True))
    return [email for email in emails if email in known] #! nested-loop-lookup


def both(words: list[str], text: str) -> list[str]:
    vocabulary = text.splitlines()
    return [word for word in words if word in vocabulary] #! nested-loop-lookup


def by_words(words: list[str], text: str) -> list[str]:
    vocabulary = text.split()
    return [word for word in words if word in vocabulary] #! nested-loop-lookup hint


#- views.py
from pathlib import Path

from django.views.decorators.http import require_POST
from severity import lines, lines_of_a_path, lines_of_both, split_text, stripped_lines


def sent(request) -> list[str]:
    return request.body.decode().splitlines()


@require_POST
def check(request):
    lines(sent(request), "banned.txt")
    lines_of_a_path(sent(request), Path("banned.txt"))
    stripped_lines(sent(request), "banned.txt")
    split_text(sent(request), "banned.txt")
    return lines_of_both("users.txt", "known.txt")
