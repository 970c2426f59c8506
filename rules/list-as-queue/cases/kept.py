from collections import deque


class Mailbox:
    def __init__(self):
        self.waiting = []
        self.urgent: list[str] = []

    def put(self, letter: str) -> None:
        self.waiting.append(letter)

    def put_urgent(self, letter: str) -> None:
        self.urgent.append(letter)

    def take(self) -> str:
        return self.waiting.pop(0)  #! list-as-queue hint O(waiting²)

    def take_urgent(self) -> str | None:
        if len(self.urgent) > 0:
            return self.urgent.pop(0)  #! list-as-queue hint
        return None


class Desk:
    def __init__(self):
        self.forms = []


class Office:
    def __init__(self):
        self.desks = {}

    def hand_in(self, desk_name, form):
        self.desks[desk_name].forms.append(form)

    def work(self, desk_name, stamp):
        desk = self.desks.get(desk_name)
        while desk.forms and stamp.is_free():
            stamp.put_on(desk.forms.pop(0))  #! list-as-queue


events = []


def publish(event):
    events.append(event)


def next_event():
    return events.pop(0)  #! list-as-queue hint


class Log:
    def __init__(self, limit: int):
        self.lines: list[str] = []
        self.times: list[float] = []
        self.limit = limit

    def add(self, line: str) -> None:
        self.lines.append(line)
        self.trim()

    def note(self, time: float) -> None:
        self.times.append(time)

    def trim(self) -> None:
        if len(self.lines) > self.limit:
            #= no more than the limit are ever there
            self.lines.pop(0)

    def forget(self, now: float) -> None:
        if self.times[0] < now - 60:
            #= takes the one that has become old
            self.times.pop(0)


class Line:
    def __init__(self):
        self.people = deque()
        self.served = {}
        self.plates = []
        self.seats: list[int] = []

    def stand(self, person):
        self.people.append(person)
        self.served[person] = False

    def serve(self):
        #= a deque is made for that
        return self.people.popleft()

    def forget(self):
        #= a dictionary's pop takes a key
        return self.served.pop(0)

    def wash(self, plate):
        self.plates.append(plate)

    def dry(self):
        #= taken from the end: nothing moves
        return self.plates.pop()

    def sit(self, seat: int) -> None:
        if len(self.seats) < 40:
            self.seats.append(seat)

    def leave(self) -> int:
        #= no more than forty are ever there
        return self.seats.pop(0)


class Plan:
    def __init__(self, steps: list[str]):
        self.steps = steps

    def step(self) -> str:
        #= nothing is ever added: it is as long as one plan
        return self.steps.pop(0)
