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
    found_set: set[str] = set()
    with open(path) as file:
        for line in file:
            if line not in found_set:
                found.append(line)
                found_set.add(line)
    return found


def words(path: Path) -> list[str]:
    found: list[str] = []
    found_set: set[str] = set()
    for line in path.read_text().splitlines():
        for word in line.split():
            if word not in found_set:
                found.append(word)
                found_set.add(word)
    return found


def all_rows() -> list[str]:
    teams: list[str] = []
    teams_set: set[str] = set()
    for user in User.objects.all():
        if user.team not in teams_set:
            teams.append(user.team)
            teams_set.add(teams[-1])
    return teams


def some_rows(team: str) -> list[str]:
    emails: list[str] = []
    emails_set: set[str] = set()
    for user in User.objects.filter(team=team):
        if user.email not in emails_set:
            emails.append(user.email)
            emails_set.add(emails[-1])
    return emails


def page() -> list[str]:
    emails: list[str] = []
    for user in User.objects.all()[:20]:
        if user.email not in emails:
            emails.append(user.email)
    return emails


def handed_in(names: list[str]) -> list[str]:
    found: list[str] = []
    found_set: set[str] = set()
    for name in names:
        if name not in found_set:
            found.append(name)
            found_set.add(name)
    return found


def cities(path: str) -> list[str]:
    found: list[str] = []
    found_set: set[str] = set()
    with open(path) as file:
        for row in csv.DictReader(file):
            city = row["city"]
            if city not in found_set:
                found.append(city)
                found_set.add(city)
    return found


def emails(path: str) -> list[str]:
    found: list[str] = []
    found_set: set[str] = set()
    with open(path) as file:
        for row in csv.DictReader(file):
            email = row["email"]
            if email not in found_set:
                found.append(email)
                found_set.add(email)
    return found


@require_GET
def of_everybody(request):
    found: list[str] = []
    found_set: set[str] = set()
    for user in User.objects.all():
        if user.email not in found_set:
            found.append(user.email)
            found_set.add(found[-1])
    return found


@require_GET
def of_one_team(request):
    found: list[str] = []
    found_set: set[str] = set()
    team = Team.objects.get(pk=request.GET["team"])
    for member in team.member_set.all():
        if member.email not in found_set:
            found.append(member.email)
            found_set.add(found[-1])
    return found


def by_helper(path: str) -> list[str]:
    found: list[str] = []
    for line in open(path):
        add_once(found, line)
    return found


def add_once(into: list[str], item: str) -> None:
    if item not in into:
        into.append(item)


def of_literals() -> list[str]:
    found: list[str] = []
    for name in ("a", "b", "a"):
        if name not in found:
            found.append(name)
    return found


def extensions(paths: list[Path]) -> list[str]:
    extensions: list[str] = []
    for path in paths:
        if path.suffix not in extensions:
            extensions.append(path.suffix)
    return extensions

#- views.py
from django.views.decorators.http import require_GET
from severity import cities, emails, lines


@require_GET
def read(request):
    return lines("users.txt"), emails("users.csv"), cities("users.csv")
