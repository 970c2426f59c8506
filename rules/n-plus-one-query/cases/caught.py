from django.core.exceptions import ObjectDoesNotExist

from sections.models import Section


def copied(source, target, names: list[str]):
    found = []
    for name in names:
        try:
            found.append(target.get_sections().get(slot=name))  #! n-plus-one-query hint
        except Section.DoesNotExist:
            continue
    return found


def kept(target, names: list[str]):
    found = []
    for name in names:
        try:
            if name:
                found.append(target.sections.get(slot=name, draft=False))  #! n-plus-one-query hint
        except (ObjectDoesNotExist, ValueError):
            continue
    return found


def from_settings(settings, names: list[str]):
    found = []
    for name in names:
        try:
            #= a dictionary's get takes no keywords
            found.append(settings.get(name))
        except Section.DoesNotExist:
            continue
    return found


def from_registry(registry, names: list[str]):
    found = []
    for name in names:
        try:
            #= nobody says that it asks a database
            found.append(registry.get(name=name))
        except KeyError:
            continue
    return found


def once(target, name: str):
    try:
        #= asked once
        return target.get_sections().get(slot=name)
    except Section.DoesNotExist:
        return None
