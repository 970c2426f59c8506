import bisect


def ranks(bids: list[int], prices: list[int]) -> list[int]:
    found = []
    for bid in bids:
        ordered = sorted(prices)  #? miss: what a function of a library does with a list is not known
        found.append(bisect.bisect(ordered, bid))
    return found
