#@ no-run: a database
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
    return [photo.path() for photo in Photo.objects.select_related('album__owner')] #= its owner is that of its album


def slow_paths(request):
    return [photo.path() for photo in Photo.objects.all()] #! lazy-relation-in-loop


def titles(request):
    return [album.owner.name for album in Album.objects.all()] #! lazy-relation-in-loop


def cover_owner(request):
    owner = None
    for album in Album.objects.all():
        if owner is None:
            owner = album.owner.name #= asked once
    return owner


def main_owner(request):
    for album in Album.objects.all():
        if album.pk == 1:
            request.session['owner'] = album.owner.name #= only one album has this key


def rename(request):
    for album in Album.objects.all():
        if not album.title and album.owner.name: #! lazy-relation-in-loop
            album.title = 'Untitled'


def name_after_owners(request):
    for album in Album.objects.all():
        if not album.title:
            album.title = album.owner.name #! lazy-relation-in-loop
