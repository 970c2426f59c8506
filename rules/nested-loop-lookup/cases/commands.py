# What is started by hand, now and then, keeps nobody else waiting.
#- known.py
def known(path: str, words: list[str]) -> list[str]:
    with open(path) as lines:
        vocabulary = lines.read().splitlines()
    return [word for word in words if word in vocabulary]  #! nested-loop-lookup warning


#- views.py
from django.views.decorators.http import require_POST
from known import known


@require_POST
def check(request):
    return known('words.txt', request.body.decode().splitlines())


#- report.py
from known import known


def unknown(path: str, words: list[str]) -> list[str]:
    with open(path) as lines:
        vocabulary = lines.read().splitlines()
    return [word for word in words if word not in vocabulary]  #! nested-loop-lookup hint


if __name__ == '__main__':
    with open('text.txt') as lines:
        words = known('words.txt', lines.read().splitlines())
    print(len(unknown('words.txt', words)))
