#@ no-run: the severity is what matters here
# A warning where the code shows that it grows, a hint where it might as well be a handful.
import csv
from pathlib import Path

from django.db import models
from django.views.decorators.http import require_GET


class User(models.Model):
    email = models.TextField()
    team = models.TextField()


class Team(models.Model):
    name = models.TextField()


class Member(models.Model):
    email = models.TextField()
    team = models.ForeignKey(Team, on_delete=models.CASCADE)


def lines(path: str) -> list[str]:
    found: list[str] = []
    with open(path) as file:
        for line in file:
            if line not in found: #! list-as-set warning O(file²)
                found.append(line)
    return found


def words(path: Path) -> list[str]:
    found: list[str] = []
    for line in path.read_text().splitlines():
        for word in line.split():
            if word not in found: #! list-as-set
                found.append(word)
    return found


def all_rows() -> list[str]:
    teams: list[str] = []
    for user in User.objects.all():
        if user.team not in teams: #! list-as-set hint
            teams.append(user.team)
    return teams


def some_rows(team: str) -> list[str]:
    emails: list[str] = []
    for user in User.objects.filter(team=team):
        if user.email not in emails: #! list-as-set hint
            emails.append(user.email)
    return emails


def page() -> list[str]:
    emails: list[str] = []
    for user in User.objects.all()[:20]:
        if user.email not in emails: #= a page of twenty
            emails.append(user.email)
    return emails


def handed_in(names: list[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        if name not in found: #! list-as-set hint O(names²)
            found.append(name)
    return found


def cities(path: str) -> list[str]:
    found: list[str] = []
    with open(path) as file:
        for row in csv.DictReader(file):
            city = row["city"]
            if city not in found: #! list-as-set hint
                found.append(city)
    return found


def emails(path: str) -> list[str]:
    found: list[str] = []
    with open(path) as file:
        for row in csv.DictReader(file):
            email = row["email"]
            if email not in found: #! list-as-set warning
                found.append(email)
    return found


@require_GET
def of_everybody(request):
    found: list[str] = []
    for user in User.objects.all():
        if user.email not in found: #! list-as-set warning
            found.append(user.email)
    return found


@require_GET
def of_one_team(request):
    found: list[str] = []
    team = Team.objects.get(pk=request.GET["team"])
    for member in team.member_set.all():
        if member.email not in found: #! list-as-set hint
            found.append(member.email)
    return found


def by_helper(path: str) -> list[str]:
    found: list[str] = []
    for line in open(path):
        add_once(found, line) #! list-as-set hint
    return found


def add_once(into: list[str], item: str) -> None:
    if item not in into:
        into.append(item)


def of_literals() -> list[str]:
    found: list[str] = []
    for name in ("a", "b", "a"):
        if name not in found: #= three literals
            found.append(name)
    return found


def extensions(paths: list[Path]) -> list[str]:
    extensions: list[str] = []
    for path in paths:
        if path.suffix not in extensions: #= extensions are few by nature
            extensions.append(path.suffix)
    return extensions


#- views.py
from django.views.decorators.http import require_GET
from severity import cities, emails, lines


@require_GET
def read(request):
    return lines("users.txt"), emails("users.csv"), cities("users.csv")
