from django.db import IntegrityError, models, transaction
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


class Slugged(models.Model):
    name = models.CharField(max_length=100)
    slug = models.CharField(max_length=100)

    def save(self, *args, **kwargs):
        self.slug = self.name.lower()
        super().save(*args, **kwargs)


class Watched(models.Model):
    name = models.CharField(max_length=100)


class Place(models.Model):
    name = models.CharField(max_length=100)


class Shop(Place):
    owner = models.CharField(max_length=100)


class Stamped(models.Model):
    text = models.CharField(max_length=100)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.text = self.text.strip()
        super().save(*args, **kwargs)


class Letter(Stamped):
    to = models.CharField(max_length=100)


class LoudQuerySet(models.QuerySet):
    def create(self, **values):
        print('create', values)
        return super().create(**values)


class Loud(models.Model):
    name = models.CharField(max_length=100)

    objects = LoudQuerySet.as_manager()


# trap: a save of its own sets the slug: bulk_create() does not call it
def add_slugged(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Slugged.objects.create(name=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: a save of an abstract base is not called by bulk_create()
def add_letters(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Letter.objects.create(to=name, text=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


@receiver(post_save, sender=Watched)
def watch(sender, instance, **kwargs):
    print(instance.name)


# trap: a listener hears of each
def add_watched(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Watched.objects.create(name=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: a model of two tables cannot be created in bulk
def add_shops(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Shop.objects.create(name=name, owner=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: a manager with a create of its own
def add_loud(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Loud.objects.create(name=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: the keys are given back: not every database tells them after bulk_create()
def add_and_tell(request: HttpRequest) -> JsonResponse:
    keys = []
    for name in request.POST.getlist('names'):
        tag = Tag.objects.create(name=name)  #! n-plus-one-query 💡none
        keys.append(tag.pk)
    return JsonResponse({'keys': keys})


# trap: a name that is there already is skipped, and the rest goes on
def add_missing(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        try:
            Tag.objects.create(name=name)  #! n-plus-one-query 💡none
        except IntegrityError:
            pass
    return JsonResponse({})


# trap: a savepoint per row: one that fails leaves the others
def add_saved(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        with transaction.atomic():
            Tag.objects.create(name=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: what is asked before each one sees the ones before: the same name twice
def add_unless(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        if not Tag.objects.filter(name=name).exists():  #! n-plus-one-query 💡none
            Tag.objects.create(name=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: the number of rows so far is part of the row
def add_numbered(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Tag.objects.create(name=name, place=Tag.objects.count())  #! n-plus-one-query 💡none
    return JsonResponse({})


def next_place() -> int:
    return Tag.objects.count()


# trap: a function behind the value counts the rows so far
def add_numbered_by(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Tag.objects.create(name=name, place=next_place())  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: one row leads to the one before it
def add_chain(request: HttpRequest) -> JsonResponse:
    tag = None
    for name in request.POST.getlist('names'):
        tag = Tag.objects.create(name=name)  #! n-plus-one-query 💡none
        Note.objects.create(text=name, tag=tag)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: it ends at the first empty name
def add_until(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        if not name:
            break
        Tag.objects.create(name=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: it goes through full_clean(), which asks the database for the same name
def add_cleaned(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        tag = Tag(name=name)
        tag.full_clean()  #! n-plus-one-query 💡none
        tag.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: get_or_create() asks first
def add_or_get(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Tag.objects.get_or_create(name=name)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: names of a request, one row each
def add_tags(request: HttpRequest) -> JsonResponse:
    for name in request.POST.getlist('names'):
        Tag.objects.create(name=name)  #! n-plus-one-query 💡suggestion
    return JsonResponse({})
