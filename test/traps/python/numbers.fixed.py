from dataclasses import dataclass
from decimal import Decimal


# trap: `==` never finds NaN; a set finds the very same NaN
def repeated_readings(readings: list[float], known: list[float]) -> list[float]:
    known_set = set(known)
    return [reading for reading in readings if reading in known_set]


# trap: a join over NaN: as a key of a dict it finds itself
@dataclass
class Sample:
    at: float
    value: float


def aligned(left: list[Sample], right: list[Sample]) -> list[tuple[Sample, Sample]]:
    pairs = []
    right_by_at = {}
    for two in right:
        right_by_at.setdefault(two.at, []).append(two)
    for one in left:
        for two in right_by_at.get(one.at, ()):
            if one.at == two.at:
                pairs.append((one, two))
    return pairs


# trap: 1, True and 1.0 are equal and have one hash; so has Decimal(1)
def in_both(left: list[int], right: list[int]) -> list[int]:
    right_set = set(right)
    return [number for number in left if number in right_set]


# trap: a signalling NaN raises when it is compared and when it is hashed, at different times
def unpaid(amounts: list[Decimal], paid: list[Decimal]) -> list[Decimal]:
    paid_set = set(paid)
    return [amount for amount in amounts if amount not in paid_set]
