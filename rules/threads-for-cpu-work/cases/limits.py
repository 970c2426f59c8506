from concurrent.futures import ThreadPoolExecutor


class Page:
    def words(self) -> list[str]:
        return []


def count(page) -> int:
    total = 0
    for word in page.words():
        total += len(word)
    return total


def counted(pages: list) -> list[int]:
    with ThreadPoolExecutor() as pool:
        #? miss: nothing says what `page` is
        return list(pool.map(count, pages))
