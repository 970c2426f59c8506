#@ same: in_both(list[int | bool | float], list[int | bool | float])
#@ same: repeated_readings(list[int], list[int])
from dataclasses import dataclass
from decimal import Decimal


# trap: `==` never finds NaN; a set finds the very same NaN
def repeated_readings(readings: list[float], known: list[float]) -> list[float]:
    return [reading for reading in readings if any(other == reading for other in known)]  #! nested-loop-lookup 💡suggestion


# trap: a join over NaN: as a key of a dict it finds itself
@dataclass
class Sample:
    at: float
    value: float


def aligned(left: list[Sample], right: list[Sample]) -> list[tuple[Sample, Sample]]:
    pairs = []
    for one in left:
        for two in right:  #! nested-loop-lookup 💡suggestion
            if one.at == two.at:
                pairs.append((one, two))
    return pairs


# trap: 1, True and 1.0 are equal and have one hash; so has Decimal(1)
def in_both(left: list[int], right: list[int]) -> list[int]:
    return [number for number in left if number in right]  #! nested-loop-lookup 💡suggestion


# trap: a signalling NaN raises when it is compared and when it is hashed, at different times
def unpaid(amounts: list[Decimal], paid: list[Decimal]) -> list[Decimal]:
    return [amount for amount in amounts if amount not in paid]  #! nested-loop-lookup 💡suggestion
