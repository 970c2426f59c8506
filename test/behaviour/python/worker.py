"""
Answers questions about Python texts, one line of JSON each, as long as the standard input is open: what a checker says of them, and whether
two versions of a program behave alike.
"""
import gc
import json
import resource
import sys
import traceback
import warnings

from comparison import compare
from complaints import complaints

# Bytes: code that asks for more does not end.
MOST_MEMORY = 4 << 30


def answer(question):
    if question['ask'] == 'complaints':
        return [each for file in question['files'] for each in complaints(file['name'], file['text'])]
    before, after = ({file['name']: file['text'] for file in question[when]} for when in ('before', 'after'))
    return compare(before, after, question['runs'], question['count'])


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    warnings.simplefilter('ignore')
    # When garbage goes, and what it says then, is chance.
    gc.disable()
    sys.unraisablehook = lambda _: None
    answers = sys.stdout
    for line in sys.stdin:
        try:
            reply = {'answer': answer(json.loads(line))}
        except Exception:
            reply = {'failed': traceback.format_exc()}
        answers.write(json.dumps(reply) + '\n')
        answers.flush()
        gc.collect()


main()
