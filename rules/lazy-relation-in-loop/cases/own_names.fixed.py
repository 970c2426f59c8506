from django.db import models


class User(models.Model):
    name = models.CharField(max_length=100)


class Owned(models.Model):
    owner = models.ForeignKey(User, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class Album(Owned):
    title = models.CharField(max_length=100)


class Photo(Owned):
    album = models.ForeignKey(Album, on_delete=models.CASCADE)

    @property
    def owner(self):
        return self.album.owner

    def path(self):
        return self.owner.name


def paths(request):
    return [photo.path() for photo in Photo.objects.select_related('album__owner')]


def slow_paths(request):
    return [photo.path() for photo in Photo.objects.all().select_related('album__owner')]


def titles(request):
    return [album.owner.name for album in Album.objects.all().select_related('owner')]


def cover_owner(request):
    owner = None
    for album in Album.objects.all():
        if owner is None:
            owner = album.owner.name
    return owner


def main_owner(request):
    for album in Album.objects.all():
        if album.pk == 1:
            request.session['owner'] = album.owner.name


def rename(request):
    for album in Album.objects.all().select_related('owner'):
        if not album.title and album.owner.name:
            album.title = 'Untitled'


def name_after_owners(request):
    for album in Album.objects.all().select_related('owner'):
        if not album.title:
            album.title = album.owner.name
