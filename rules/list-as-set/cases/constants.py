from django.http import HttpRequest, HttpResponse

COUNTRIES = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL",
]

CODES = (100, 101, 200, 201, 202, 203, 204, 205, 206, 300, 301, 302, 303, 304, 305, 307, 308, 400)

SIZES = ["S", "M", "L"]

ORDERED = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "q1", "q2", "q3", "q4", "h1", "h2",
]

KNOWN = {
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "he", "in", "is", "it", "its", "of", "on", "that", "the",
}

SPLIT = "a an and are as at be by for from has he in is it its of on that the".split()


def european(codes: list[str]) -> list[str]:
    return [code for code in codes if code in COUNTRIES] #! list-as-set hint O(codes × 22)


def in_a_loop(codes: list[str]) -> int:
    strangers = 0
    for code in codes:
        if code not in COUNTRIES: #! list-as-set
            strangers += 1
    return strangers


def handled(request: HttpRequest) -> HttpResponse:
    if request.GET["country"] in COUNTRIES: #! list-as-set
        return HttpResponse("yes")
    return HttpResponse("no")


def known_codes(codes: list[int]) -> list[int]:
    return [code for code in codes if code in CODES] #! list-as-set


def sizes(names: list[str]) -> list[str]:
    return [name for name in names if name in SIZES] #= three sizes


def asked_once(code: str) -> bool:
    return code in COUNTRIES #= one question per call, by nobody that repeats it


def months(names: list[str]) -> list[int]:
    return [ORDERED.index(name) for name in names] #= which position it has is what is asked


def words(names: list[str]) -> list[str]:
    return [name for name in names if name not in KNOWN] #= a set


def split_words(names: list[str]) -> list[str]:
    return [name for name in names if name not in SPLIT] #? miss: a text that is split into twenty words


def of_a_week(names: list[str]) -> list[bool]:
    return [day in COUNTRIES for day in ("mon", "tue", "wed")] #= three questions


def local(codes: list[str]) -> list[str]:
    states = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
    ]
    return [code for code in codes if code in states] #? miss: a constant of a function


class Address:
    COUNTRIES = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
    ]

    def known(self, codes: list[str]) -> list[str]:
        return [code for code in codes if code in self.COUNTRIES] #? miss: a constant of a class


def in_place(codes: list[int]) -> list[int]:
    #? miss: a list of literals in place
    return [code for code in codes if code in [100, 101, 200, 201, 202, 203, 204, 205, 206, 300, 301, 302, 303, 304, 305, 307, 308]]
