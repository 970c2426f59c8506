#@ same: joined(list[Order], list[Customer])
#@ same: skipping(list[Order], list[Customer])
#@ same: with_more_to_ask(list[Order], list[Customer])
#@ same: with_else(list[Order], list[Customer])
#@ same: by_key_of_a_dict(list[Order], dict[str, Customer])
from dataclasses import dataclass


@dataclass
class Order:
    id: str
    customer: str
    total: int


@dataclass
class Customer:
    id: str
    country: str


def joined(orders: list[Order], customers: list[Customer]) -> list[tuple[Order, Customer]]:
    pairs = []
    for order in orders:
        for customer in customers: #! nested-loop-lookup hint O(orders × customers)
            if customer.id == order.customer:
                pairs.append((order, customer))
                break
    return pairs


def skipping(orders: list[Order], customers: list[Customer]) -> dict[str, str]:
    countries = {}
    for order in orders:
        for customer in customers: #! nested-loop-lookup O(orders × customers)
            if customer.id != order.customer:
                continue
            countries[order.id] = customer.country
    return countries


def with_more_to_ask(orders: list[Order], customers: list[Customer]) -> int:
    found = 0
    for order in orders:
        for customer in customers: #! nested-loop-lookup O(orders × customers)
            if customer.id == order.customer and customer.country == "NL":
                found += order.total
    return found


def numbered(orders: list[Order], customers: list[Customer]) -> dict[int, str]:
    positions = {}
    for order in orders:
        for at, customer in enumerate(customers): #! nested-loop-lookup O(orders × customers)
            if customer.id == order.customer:
                positions[at] = order.id
    return positions


def by_index(orders: list[Order], customers: list[Customer]) -> list[int]:
    found = []
    for order in orders:
        for at in range(len(customers)): #! nested-loop-lookup O(orders × customers)
            if customers[at].id == order.customer:
                found.append(at)
    return found


def of_a_pair(orders: list[Order], customers: list[tuple[str, str]]) -> list[str]:
    found = []
    for order in orders:
        for customer, country in customers: #! nested-loop-lookup O(orders × customers)
            if customer == order.customer:
                found.append(country)
    return found


def of_a_dict(orders: list[Order], customers: dict[str, Customer]) -> list[str]:
    found = []
    for order in orders:
        for name, customer in customers.items(): #! nested-loop-lookup O(orders × customers)
            if customer.id == order.customer:
                found.append(name)
    return found


def by_key_of_a_dict(orders: list[Order], customers: dict[str, Customer]) -> list[str]:
    found = []
    for order in orders:
        for name in customers: #! nested-loop-lookup O(orders × customers)
            if name == order.customer:
                found.append(name)
    return found


def matched(orders: list[Order], customers: list[Customer]) -> list[str]:
    found = []
    for order in orders:
        for customer in customers: #? miss: an equality that `match` asks
            match customer:
                case Customer(id=order.customer):
                    found.append(customer.country)
    return found


def with_else(orders: list[Order], customers: list[Customer]) -> list[str]:
    strangers = []
    for order in orders:
        for customer in customers: #! nested-loop-lookup O(orders × customers)
            if customer.id == order.customer:
                break
        else:
            strangers.append(order.id)
    return strangers


def their_own(groups: list[list[Order]], wanted: str) -> list[Order]:
    found = []
    for group in groups:
        for order in group: #= each group has orders of its own: all orders are walked once
            if order.customer == wanted:
                found.append(order)
    return found


def all_pairs(orders: list[Order], customers: list[Customer]) -> list[tuple[Order, Customer]]:
    pairs = []
    for order in orders:
        for customer in customers: #= every pair is wanted
            pairs.append((order, customer))
    return pairs


def nearest(orders: list[Order], totals: list[int]) -> list[int]:
    found = []
    for order in orders:
        for total in totals: #= a comparison of sizes, which no dict can answer
            if total > order.total:
                found.append(total)
                break
    return found


def with_work_for_each(orders: list[Order], customers: list[Customer]) -> int:
    seen = 0
    for order in orders:
        for customer in customers: #? false: each pair is counted, whether it matches or not
            seen += 1
            if customer.id == order.customer:
                seen += order.total
    return seen


def same_customer(orders: list[Order], customers: list[Customer], wanted: str) -> list[str]:
    found = []
    for order in orders:
        for customer in customers: #= the same customer is looked for each time: it can be found once, before the loop
            if customer.id == wanted:
                found.append(order.id + customer.country)
    return found
