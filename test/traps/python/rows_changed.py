from django.db import IntegrityError, models
from django.db.models import F
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest, JsonResponse


class Tag(models.Model):
    name = models.CharField(max_length=100, unique=True)
    place = models.IntegerField(default=0)


class Note(models.Model):
    text = models.CharField(max_length=100)
    changed = models.DateTimeField(auto_now=True)
    tag = models.ForeignKey(Tag, null=True, on_delete=models.CASCADE)


class Watched(models.Model):
    name = models.CharField(max_length=100)


# trap: save() without a key is an insert: a copy of each row, not a change
def copy_notes(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.pk = None
        tag.name = f'{tag.name} (copy)'
        tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: auto_now sets the time in save() only
def change_notes(request: HttpRequest) -> JsonResponse:
    for note in Note.objects.order_by('text'):
        note.text = note.text.strip()
        note.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


@receiver(post_save, sender=Watched)
def watch(sender, instance, **kwargs):
    print(instance.name)


# trap: a listener hears of each change
def change_watched(request: HttpRequest) -> JsonResponse:
    for watched in Watched.objects.order_by('name'):
        watched.name = watched.name.strip()
        watched.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: an attribute that is no column is not saved either way
def change_other(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.label = tag.name
        tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: setattr: which column changes shows at run time
def change_field(request: HttpRequest, field: str) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        setattr(tag, field, '')
        tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: F() is computed in the database, also in bulk_update()
def move(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.place = F('place') + 1
        tag.save()  #! n-plus-one-query 💡suggestion
    return JsonResponse({})


# trap: the place hangs on what was saved before
def renumber(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.place = Tag.objects.filter(place__gt=0).count()  #! missing-index
        tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: two names change places: the unique name is taken for a moment
def change_missing(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.name = tag.name.lower()
        try:
            tag.save()  #! n-plus-one-query 💡none
        except IntegrityError:
            tag.delete()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: saved only where it changed
def change_some(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        if tag.name != tag.name.lower():
            tag.name = tag.name.lower()
            tag.save()  #! n-plus-one-query 💡suggestion
    return JsonResponse({})


# trap: a row is saved twice
def change_twice(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.name = tag.name.lower()
        tag.save()  #! n-plus-one-query 💡none
        tag.place = tag.place + 1
        tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: update_fields leaves the rest alone
def change_named(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.name = tag.name.lower()
        tag.place = 0
        tag.save(update_fields=['name'])  #! n-plus-one-query 💡suggestion
    return JsonResponse({})


# trap: another row than the one that the loop walks is saved
def change_parents(request: HttpRequest) -> JsonResponse:
    for note in Note.objects.select_related('tag'):
        note.tag.place = note.tag.place + 1
        note.tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: the key itself changes
def change_keys(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.id = tag.id + 1000
        tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: one column of each row
def change_tags(request: HttpRequest) -> JsonResponse:
    for tag in Tag.objects.order_by('name'):
        tag.place = 0
        tag.save()  #! n-plus-one-query 💡suggestion
    return JsonResponse({})
