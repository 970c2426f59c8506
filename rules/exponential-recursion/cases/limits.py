def change(coins: list[int], at: int, amount: int) -> int:
    if amount == 0:
        return 1
    if amount < 0 or at == len(coins):
        return 0
    #? miss: smaller by what the data say, which may lead to the same rest or not
    return change(coins, at, amount - coins[at]) + change(coins, at + 1, amount)


def split(text: str, words: set[str]) -> bool:
    #? miss: one call, in a loop
    return text == "" or any(text[:end] in words and split(text[end:], words) for end in range(1, len(text) + 1))


def scored(text: str, score) -> int:
    if not text:
        return 0
    #? miss: nobody knows what `score` does
    return max(score(text), scored(text[1:], score), scored(text[:-1], score))
