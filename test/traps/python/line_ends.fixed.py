# -*- coding: utf-8 -*-
import json
from collections import Counter


# trap: lines that end with CR and LF keep doing so, and so does the new one
def known_words(first, second):
    known = str(second).split()
    known_set = set(known)
    return [word for word in str(first).split() if word in known_set]


# trap: an import goes below the line that says the encoding, with the file's own line ends
def counted_words(first, second):
    votes = str(second).split()
    votes_counts = Counter(votes)
    return json.dumps({word: votes_counts[word] for word in str(first).split()})
