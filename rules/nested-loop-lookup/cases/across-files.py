#- app/__init__.py
from .service import Service
#- app/service.py
import app.checks
import app.lists as lists
from app import members
from app.lists import contains
from . import checks
from .checks import has_role as may
from .members import Member, name_of


class Service:
    def admins(self, users: list[str], granted: list[str]) -> list[str]:
        return [user for user in users if may(granted, user)] #! nested-loop-lookup hint O(users × granted)

    def joined(self, ids: list[str], everybody: list[Member]) -> list[str]:
        names = []
        for each in ids:
            names.append(name_of(everybody, each)) #! nested-loop-lookup O(ids × everybody)
        return names

    def by_module(self, ids: list[str], everybody: list[Member]) -> list[str]:
        return [members.name_of(everybody, each) for each in ids] #! nested-loop-lookup O(ids × everybody)

    def by_relative_module(self, users: list[str], granted: list[str]) -> list[str]:
        return [user for user in users if checks.has_role(granted, user)] #! nested-loop-lookup O(users × granted)

    def by_dotted_module(self, users: list[str], granted: list[str]) -> list[str]:
        return [user for user in users if app.checks.has_role(granted, user)] #! nested-loop-lookup O(users × granted)

    def by_other_name(self, users: list[str], granted: list[str]) -> list[str]:
        return [user for user in users if lists.contains(granted, user)] #! nested-loop-lookup O(users × granted)

    def by_keyword(self, users: list[str], granted: list[str]) -> list[str]:
        return [user for user in users if contains(wanted=user, names=granted)] #! nested-loop-lookup O(users × granted)

    def inside_function(self, users: list[str], granted: list[str]) -> list[str]:
        from .lists import contains as holds

        return [user for user in users if holds(granted, user)] #! nested-loop-lookup O(users × granted)

    def greeted(self, everybody: list[Member]) -> list[str]:
        return [members.greet(each) for each in everybody] #= greet looks at one member only

    def known(self, words: list[str]) -> list[str]:
        return [word for word in words if lists.is_fruit(word)] #= four fruits
#- app/checks.py
from .lists import contains as has_role

__all__ = ["has_role"]
#- app/lists.py
FRUITS = ["apple", "pear", "plum", "quince"]


def contains(names: list[str], wanted: str) -> bool:
    for name in names:
        if name == wanted:
            return True
    return False


def is_fruit(word: str) -> bool:
    return word in FRUITS
#- app/members.py
from dataclasses import dataclass, field


@dataclass
class Member:
    id: str
    name: str
    teams: list[str] = field(default_factory=list)


def name_of(everybody: list[Member], wanted: str) -> str:
    return next((each.name for each in everybody if each.id == wanted), "unknown")


def greet(member: Member) -> str:
    return f"{member.name} (staff)" if "staff" in member.teams else member.name
#- main.py
from app import Service, members
from app.lists import *


def run(users: list[str], granted: list[str]) -> list[str]:
    return Service().admins(users, granted)


def starred(users: list[str], granted: list[str]) -> list[str]:
    return [user for user in users if contains(granted, user)] #! nested-loop-lookup O(users × granted)


def from_package(ids: list[str], everybody: list[members.Member]) -> list[str]:
    return [members.name_of(everybody, each) for each in ids] #! nested-loop-lookup O(ids × everybody)
