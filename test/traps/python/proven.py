#@ run: shared(str, str)
#@ run: numbers(str, str)
#@ run: pairs(str, str)
#@ run: before_growing(str, str)
#@ run: before_handing(str, str, Callable[[list[str]], None])
#@ run: either(str, str)
#@ run: on_its_line(str, str)
#@ run: taken(str, str)
# trap: words of two texts, and the words stay in their order, each as often as before
def shared(first, second):
    known = str(second).split()
    return [word for word in str(first).split() if word in known]  #! nested-loop-lookup 💡safe


# trap: NaN is in the list that holds the very same NaN, and in no other: a set agrees
def numbers(first, second):
    nan = float('nan')
    known = [float(len(word)) for word in str(second).split()] + [nan]
    return [number for number in [nan, float('nan'), *(len(word) for word in str(first).split())] if number in known]  #! nested-loop-lookup 💡safe


# trap: pairs of texts are equal when their parts are
def pairs(first, second):
    known = list(zip(str(second).split(), str(second)))
    return [pair for pair in zip(str(first).split(), str(first)) if pair not in known]  #! nested-loop-lookup 💡safe


# trap: the list grows after the loop, and nobody asks again
def before_growing(first, second):
    known = str(second).split()
    out = [word for word in str(first).split() if word in known]  #! nested-loop-lookup 💡safe
    known.append('everyone')
    return out, known


# trap: the list is handed on after the loop
def before_handing(first, second, take):
    known = str(second).split()
    out = []
    for word in str(first).split():
        if word not in known:  #! nested-loop-lookup 💡safe
            out.append(word)
    take(known)
    return out


# trap: one question for two keys
def either(first, second):
    known = str(second).split()
    return [word for word in str(first).split() if word in known or word.lower() in known]  #! nested-loop-lookup 💡safe #! nested-loop-lookup 💡safe


# trap: the body of the `if` is on its line
def on_its_line(first, second):
    known = str(second).split()
    if known: return [word for word in str(first).split() if word in known]  #! nested-loop-lookup 💡safe
    return []


# trap: the names that a set would get are taken
def taken(first, second, known_set=0, known_set2=0):
    known = str(second).split()
    return [word for word in str(first).split() if word in known], known_set, known_set2  #! nested-loop-lookup 💡safe
