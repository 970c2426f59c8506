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
    banned_set = set(banned)
    for user in users:
        if user.id not in banned_set:
            kept.append(user)
    return kept


def known(addresses: list[str], users: list[str]) -> list[str]:
    users_set = set(users)
    return [address for address in addresses if address in users_set]


def owners(orders: list[Order], users: list[User]) -> list[User | None]:
    users_by_id = {}
    for user in users:
        users_by_id.setdefault(user.id, user)
    return [users_by_id.get(order.user_id) for order in orders]


def has_order(users: list[User], orders: list[Order]) -> dict[str, bool]:
    orders_user_id_set = {order.user_id for order in orders}
    return {user.id: user.id in orders_user_id_set for user in users}


def grouped(users: list[User], orders: list[Order]) -> dict[str, list[Order]]:
    by_user = {}
    orders_by_user_id = {}
    for order in orders:
        orders_by_user_id.setdefault(order.user_id, []).append(order)
    for user in users:
        by_user[user.id] = [order for order in orders_by_user_id.get(user.id, ()) if order.user_id == user.id]
    return by_user


def joined(orders: list[Order], users: list[User]) -> list[tuple[Order, User]]:
    pairs = []
    users_by_id = {}
    for user in users:
        users_by_id.setdefault(user.id, []).append(user)
    for order in orders:
        for user in users_by_id.get(order.user_id, ()):
            if user.id == order.user_id:
                pairs.append((order, user))
    return pairs


def positions(words: list[str], ranking: list[str]) -> list[int]:
    ranking_positions = {value: position for position, value in reversed(list(enumerate(ranking)))}
    return [ranking_positions[word] for word in words]

#- shop/checks.py
def is_known(names: list[str], name: str) -> bool:
    return name in names

#- shop/report.py
from shop.checks import is_known


def unknown(lines: list[str], names: list[str]) -> list[str]:
    return [line for line in lines if not is_known(names, line)]
