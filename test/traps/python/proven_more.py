#@ run: walrus(str, str)
#@ run: by_line(str, str)
#@ run: at_once(str, str)
#@ run: with_finally(str, str)
#@ run: counts(str, str)
#@ run: walked_later(str, str)
#@ run: in_order(str)
#@ run: by_lower(str)
#@ run: keywords(str)
#@ run: codes(str)
_WORDS = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]
_CODES = (200, 201, 202, 204, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 409, 410, 422, 429, 500)


# trap: a walrus and a filter in one
def walrus(first, second):
    known = str(second).split()
    return [low for word in str(first).split() if (low := word.lower()) in known]  #! nested-loop-lookup 💡safe


# trap: counted, also where there is none
def counts(first, second):
    votes = str(second).split()
    return {word: votes.count(word) for word in str(first).split()}  #! nested-loop-lookup 💡safe


# trap: each line has words of its own, and the set is made anew for each
def by_line(first, second):
    counts = []
    for line in str(second).splitlines():
        known = line.split()
        counts.append([word for word in str(first).split() if word in known])  #! nested-loop-lookup 💡safe
    return counts


# trap: sorted() walks the generator at once
def at_once(first, second):
    known = str(second).split()
    return sorted(word for word in str(first).split() if word not in known)  #! nested-loop-lookup 💡safe


# trap: a finally runs after the loop, and reads the list as it is
def with_finally(first, second):
    known = str(second).split()
    out = []
    try:
        for word in str(first).split():
            if word in known:  #! nested-loop-lookup 💡safe
                out.append(word)
    finally:
        known.sort()
    return out, known


# trap: the list keeps its order and its twins; the set beside it only answers
def in_order(first):
    seen = []
    for word in str(first).split():
        if word not in seen:  #! list-as-set 💡safe
            seen.append(word)
    return seen


# trap: what is added is not what is asked for
def by_lower(first):
    seen = []
    for word in str(first).split():
        if word.lower() not in seen:  #! list-as-set 💡safe
            seen.append(word)
    return seen


# trap: a constant of texts that is asked for texts
def keywords(first):
    return [word for word in str(first).split() if word not in _WORDS]  #! list-as-set 💡safe


# trap: a tuple of numbers that is asked for numbers
def codes(first):
    return [len(word) for word in str(first).split() if len(word) in _CODES or len(word) * 100 in _CODES]  #! list-as-set 💡safe #! list-as-set 💡safe


# trap: the generator is walked after the list has grown
def walked_later(first, second):
    known = str(second).split()
    old = (word for word in str(first).split() if word in known)  #! nested-loop-lookup 💡none
    known.append('everyone')
    return list(old)
