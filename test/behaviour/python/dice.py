"""Chance that is the same on every machine: what is drawn from one seed is drawn from it again."""
from random import Random


class Dice:
    """Draws with small numbers and few words, from `Random.random` alone, whose sequence no version of Python changes."""

    def __init__(self, seed):
        self._next = Random(seed).random

    def below(self, count):
        """A whole number from 0 up to, without, `count`."""
        return int(self._next() * count)

    def chance(self, one_in):
        return self.below(one_in) == 0

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def weighted(self, choices):
        """`choices` are pairs of a weight and a thing."""
        at = self._next() * sum(weight for weight, _ in choices)
        for weight, choice in choices:
            at -= weight
            if at < 0:
                return choice
        return choices[-1][1]
