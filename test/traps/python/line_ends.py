# -*- coding: utf-8 -*-
import json


# trap: lines that end with CR and LF keep doing so, and so does the new one
def known_words(first, second):
    known = str(second).split()
    #! nested-loop-lookup 💡safe
    return [word for word in str(first).split() if word in known]


# trap: an import goes below the line that says the encoding, with the file's own line ends
def counted_words(first, second):
    votes = str(second).split()
    #! nested-loop-lookup 💡safe
    return json.dumps({word: votes.count(word) for word in str(first).split()})
