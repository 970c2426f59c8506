from pathlib import Path


def failures(path):
    count = 0
    with open(path) as f:
        for line in f.readlines():  #! whole-file-read hint
            if line.startswith('ERROR'):
                count += 1
    return count


def imported(path, save):
    text = Path(path).read_text()  #! whole-file-read
    for line in text.splitlines():
        save(line)


def numbered(path):
    with open(path) as f:
        lines = f.read().split('\n')  #! whole-file-read
    for number, line in enumerate(lines):
        print(number, line)


def read(path):
    with open(path) as f:
        return f.readlines()


def shown(path):
    #? miss: a helper hands back lines, not a content
    for line in read(path):
        print(line)


def streamed(path):
    with open(path) as f:
        for line in f:  #= line by line
            print(line)


def rows(path):
    found = []
    with open(path) as f:
        for line in f.readlines():  #= what it makes of them is as large
            found.append(line.split(';'))
    return found


def parsed(path):
    with open(path) as f:
        return [line.split(';') for line in f.readlines()]  #= likewise


def twice(path):
    with open(path) as f:
        lines = f.readlines()  #= measured before
    print(len(lines))
    for line in lines:
        print(line)


def measured(path):
    with open(path) as f:
        lines = f.readlines()
    for line in lines:  #= measured afterwards
        print(line)
    print(len(lines))


def last(path):
    with open(path) as f:
        return f.readlines()[-1]  #= one of them


def variables(env_path):
    with open(env_path) as f:
        for line in f.readlines():  #= a small file
            print(line)


def named():
    with open('/var/names') as f:
        for line in f.readlines():  #= the same each time
            print(line)


def matches(path, words):
    with open(path) as f:
        lines = f.readlines()
    for word in words:
        for line in lines:  #= walked once per word
            print(word in line)
