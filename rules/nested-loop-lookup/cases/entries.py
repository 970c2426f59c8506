from ipaddress import IPv4Address, IPv4Network


def labels(words: list[str], dictionaries: list[dict[str, str]]) -> list[str | None]:
    found = []
    for word in words:
        label = next((each[word] for each in dictionaries if word in each), None)  #! nested-loop-lookup O(words × dictionaries)
        found.append(label)
    return found


def first_prices(codes: list[str], price_lists: list[dict[str, float]]) -> list[float]:
    found = []
    for code in codes:
        for prices in price_lists:  #! nested-loop-lookup O(codes × price_lists)
            if code in prices:
                found.append(prices[code])
                break
    return found


def networks_of(addresses: list[IPv4Address], networks: list[IPv4Network]) -> list[IPv4Network | None]:
    found = []
    for address in addresses:
        #= no dictionary answers which network holds an address
        found.append(next((network for network in networks if address in network), None))
    return found


def names_in(texts: list[str], pages: list[list[str]]) -> int:
    count = 0
    for text in texts:
        for page in pages:  #= how many pages hold it: no entry is taken out
            if text in page:
                count += 1
    return count


def label(word: str, dictionaries: list[dict[str, str]]) -> str | None:
    #= asked once
    return next((each[word] for each in dictionaries if word in each), None)


def own_labels(books: list[dict[str, list[dict[str, str]]]], word: str) -> list[str | None]:
    found = []
    for book in books:
        #= each book has dictionaries of its own: all are walked once
        found.append(next((each[word] for each in book["dictionaries"] if word in each), None))
    return found
