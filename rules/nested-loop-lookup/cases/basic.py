#@ same: without_banned(list[User], list[str])
#@ same: known(list[str], list[str])
#@ same: owners(list[Order], list[User])
#@ same: has_order(list[User], list[Order])
#@ same: grouped(list[User], list[Order])
#@ same: joined(list[Order], list[User])
from dataclasses import dataclass


@dataclass
class User:
    id: str
    email: str


@dataclass
class Order:
    id: str
    user_id: str


def without_banned(users: list[User], banned: list[str]) -> list[User]:
    kept = []
    for user in users:
        if user.id not in banned: #! nested-loop-lookup hint O(users × banned)
            kept.append(user)
    return kept


def known(addresses: list[str], users: list[str]) -> list[str]:
    return [address for address in addresses if address in users] #! nested-loop-lookup O(addresses × users)


def owners(orders: list[Order], users: list[User]) -> list[User | None]:
    return [next((user for user in users if user.id == order.user_id), None) for order in orders] #! nested-loop-lookup O(orders × users)


def has_order(users: list[User], orders: list[Order]) -> dict[str, bool]:
    return {user.id: any(order.user_id == user.id for order in orders) for user in users} #! nested-loop-lookup


def grouped(users: list[User], orders: list[Order]) -> dict[str, list[Order]]:
    by_user = {}
    for user in users:
        by_user[user.id] = [order for order in orders if order.user_id == user.id] #! nested-loop-lookup O(users × orders)
    return by_user


def joined(orders: list[Order], users: list[User]) -> list[tuple[Order, User]]:
    pairs = []
    for order in orders:
        for user in users: #! nested-loop-lookup O(orders × users)
            if user.id == order.user_id:
                pairs.append((order, user))
    return pairs


def positions(words: list[str], ranking: list[str]) -> list[int]:
    return [ranking.index(word) for word in words] #! nested-loop-lookup O(words × ranking)


#- shop/checks.py
def is_known(names: list[str], name: str) -> bool:
    return name in names


#- shop/report.py
from shop.checks import is_known


def unknown(lines: list[str], names: list[str]) -> list[str]:
    #! nested-loop-lookup O(lines × names)
    return [line for line in lines if not is_known(names, line)]
