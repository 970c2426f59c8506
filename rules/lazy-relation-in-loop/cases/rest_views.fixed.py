from rest_framework import generics, viewsets

from library.models import Book
from library.serializers import (
    AnySerializer,
    BookSerializer,
    ByNameSerializer,
    KeysSerializer,
    ShownSerializer,
    TagKeysSerializer,
    TextSerializer,
    WriterSerializer,
)

SERIALIZERS = {'list': KeysSerializer}


class BookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author', 'author__publisher')
    serializer_class = BookSerializer


class HalfViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.select_related('author', 'author__publisher')
    serializer_class = BookSerializer


class TagKeysViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Book.objects.all().prefetch_related('tags')
    serializer_class = TagKeysSerializer


class WriterView(generics.ListAPIView):
    queryset = Book.objects.order_by('title').select_related('author')
    serializer_class = WriterSerializer


class ByNameView(generics.ListCreateAPIView):
    serializer_class = ByNameSerializer

    def get_queryset(self):
        return Book.objects.filter(published=True).select_related('author')


class OwnBooks(generics.ListAPIView):
    queryset = Book.objects.all().select_related('author', 'author__publisher')
    serializer_class = BookSerializer

    def get_queryset(self):
        queryset = self.queryset
        queryset = queryset.filter(writer_email=self.request.user.email)
        return queryset


class TextView(generics.ListAPIView):
    queryset = Book.objects.all().select_related('author')
    serializer_class = TextSerializer


class ShownView(generics.ListAPIView):
    queryset = Book.objects.all().select_related('author')
    serializer_class = ShownSerializer


class ChosenViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author', 'author__publisher')

    def get_serializer_class(self):
        return BookSerializer if self.action == 'list' else KeysSerializer


class OfOneViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()

    def get_serializer_class(self):
        return BookSerializer if self.action == 'retrieve' else KeysSerializer


class StaffViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author', 'author__publisher')

    def get_serializer_class(self):
        if self.request.user.is_staff:
            return BookSerializer
        return KeysSerializer


class ByActionViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
    serializer_action_classes = {'list': KeysSerializer}

    def get_serializer_class(self):
        return self.serializer_action_classes.get(self.action, self.serializer_class)


class ByDefaultViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author', 'author__publisher')
    serializer_classes = {'create': KeysSerializer, 'default': BookSerializer}

    def get_serializer_class(self):
        return self.serializer_classes.get(self.action, self.serializer_classes['default'])


class LookedUpViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer

    def get_serializer_class(self):
        return SERIALIZERS[self.action]


class Choosing(viewsets.ModelViewSet):
    def get_serializer_class(self):
        return SERIALIZERS[self.action]


class InheritedChoiceViewSet(Choosing):
    queryset = Book.objects.all()
    serializer_class = BookSerializer


class AnyViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = AnySerializer


class KeysViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = KeysSerializer


class OneView(generics.RetrieveAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer


class LoadedViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.select_related('author__publisher')
    serializer_class = BookSerializer


class LoadedInMethodViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer

    def get_queryset(self):
        return super().get_queryset().select_related('author__publisher')


class LoadingViewSet(viewsets.ModelViewSet):
    def get_queryset(self):
        return super().get_queryset().select_related('author__publisher')


class LoadedByBaseViewSet(LoadingViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer

#- library/serializers.py
from rest_framework import serializers
from rest_polymorphic.serializers import PolymorphicSerializer

from library.models import Author, Book, Publisher


class PublisherSerializer(serializers.ModelSerializer):
    class Meta:
        model = Publisher
        fields = ['id', 'name']


class AuthorSerializer(serializers.ModelSerializer):
    publisher = PublisherSerializer()

    class Meta:
        model = Author
        fields = ['id', 'name', 'publisher']


class BookSerializer(serializers.ModelSerializer):
    author = AuthorSerializer()

    class Meta:
        model = Book
        fields = ['id', 'title', 'author']


class KeysSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ['id', 'title', 'author']


class AnySerializer(PolymorphicSerializer):
    author = AuthorSerializer()
    model_serializer_mapping = {Book: KeysSerializer}

    class Meta:
        model = Book
        fields = ['id', 'author']


class TagKeysSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ['id', 'title', 'tags']


class WriterSerializer(serializers.ModelSerializer):
    writer = serializers.CharField(source='author.name')

    class Meta:
        model = Book
        fields = ['id', 'writer']


class ByNameSerializer(serializers.ModelSerializer):
    writer = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = ['id', 'writer']

    def get_writer(self, book):
        return book.author.name


class TextSerializer(serializers.ModelSerializer):
    author = serializers.StringRelatedField()

    class Meta:
        model = Book
        fields = ['id', 'author']


class ShownSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ['id']

    def to_representation(self, instance):
        shown = super().to_representation(instance)
        shown['author'] = instance.author.name
        return shown

#- library/models.py
from django.db import models


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    name = models.CharField(max_length=100)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    published = models.BooleanField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)

#- library/pages.py
from django.core.paginator import Paginator

from library.models import Book


def pages(request):
    return Paginator(Book.objects.order_by('pk'), 50).get_page(request.GET.get('page'))
