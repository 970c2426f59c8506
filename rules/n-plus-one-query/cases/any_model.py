from django.http import HttpRequest, JsonResponse

from registry import Registry


def by_kind(request: HttpRequest, model):
    # Whatever class it is: only models have `objects`, and only they can be asked for.
    rows = [model.objects.get(pk=pk) for pk in request.POST.getlist('ids')]  #! n-plus-one-query
    return JsonResponse({'rows': [row.pk for row in rows]})


class Importer:
    def __init__(self, registry: Registry) -> None:
        self.model = registry.model()

    def run(self, names: list[str]) -> None:
        for name in names:
            self.model.objects.create(name=name)  #! n-plus-one-query


def of_plugin(names: list[str], plugin):
    return [plugin.model.objects.filter(name=name).exists() for name in names]  #! n-plus-one-query


def at_once(model, ids: list[int]):
    #= one query for all
    return [row.pk for row in model.objects.filter(pk__in=ids)]


def described(model, kinds: list[str]):
    #= described, and never walked here
    return [model.objects.filter(kind=kind) for kind in kinds]


def sizes(kinds) -> list[int]:
    #= one query per table, and no query asks several
    return [kind.objects.count() for kind in kinds]


def sizes_too(kinds) -> dict[str, int]:
    found = {}
    for kind in kinds:
        model = kind.model_class()
        #= the same
        found[kind.name] = model.objects.count()
    return found


class Scene:
    def __init__(self) -> None:
        self.objects = {}

    def names(self, keys: list[str]) -> list[str]:
        #= its own dictionary
        return [self.objects.get(key) for key in keys]


#- drawing.py
def found(scene, keys: list[str]):
    #= nothing here is of Django: `objects` may be a dictionary
    return [scene.objects.get(key) for key in keys]


#- registry.py
class Registry:
    def model(self):
        return self.loaded()

    def loaded(self):
        raise NotImplementedError
