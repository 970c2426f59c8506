from rest_framework import viewsets

from shelf.models import Book
from shelf.serializers import BookSerializer, DeepSerializer, WideSerializer


class BookViewSet(viewsets.ModelViewSet):
    serializer_class = BookSerializer

    def get_queryset(self):
        return (
            Book.objects.filter(published=True)
            .order_by('title')
            .prefetch_related(
                'chapters',
                'reviews', #! lazy-relation-in-loop hint 💡suggestion
            )
        )


class WideViewSet(viewsets.ModelViewSet):
    serializer_class = WideSerializer

    def get_queryset(self):
        return (
            Book.objects.filter(published=True) #! lazy-relation-in-loop hint 💡suggestion
            .prefetch_related('reviews')
        )


class DeepViewSet(viewsets.ModelViewSet):
    serializer_class = DeepSerializer

    def get_queryset(self):
        return (
            Book.objects.filter(published=True)
            .order_by('title')
            .prefetch_related(
                'editions', #! lazy-relation-in-loop hint 💡suggestion
                'reviews',
            )
        )


class LoadedViewSet(viewsets.ModelViewSet):
    #= all that the serializer touches is loaded
    queryset = Book.objects.prefetch_related('reviews__reader')
    serializer_class = BookSerializer


#- shelf/models.py
from django.db import models


class Reader(models.Model):
    name = models.CharField(max_length=80)


class Book(models.Model):
    title = models.CharField(max_length=80)
    published = models.BooleanField(default=False)


class Chapter(models.Model):
    book = models.ForeignKey(Book, related_name='chapters', on_delete=models.CASCADE)


class Review(models.Model):
    book = models.ForeignKey(Book, related_name='reviews', on_delete=models.CASCADE)
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE)


class Edition(models.Model):
    book = models.ForeignKey(Book, related_name='editions', on_delete=models.CASCADE)
    editor = models.ForeignKey(Reader, on_delete=models.CASCADE)


#- shelf/serializers.py
from rest_framework import serializers

from shelf.models import Book, Edition, Review


class ReaderSerializer(serializers.Serializer):
    name = serializers.CharField()


class ChapterSerializer(serializers.Serializer):
    id = serializers.IntegerField()


class ReviewSerializer(serializers.ModelSerializer):
    reader = ReaderSerializer()

    class Meta:
        model = Review
        fields = ['id', 'reader']


class BookSerializer(serializers.ModelSerializer):
    reviews = ReviewSerializer(many=True)

    class Meta:
        model = Book
        fields = ['id', 'title', 'reviews']


class WideSerializer(serializers.ModelSerializer):
    reviews = ReviewSerializer(many=True)
    chapters = ChapterSerializer(many=True)

    class Meta:
        model = Book
        fields = ['id', 'title', 'reviews', 'chapters']


class EditionSerializer(serializers.ModelSerializer):
    editor = ReaderSerializer()

    class Meta:
        model = Edition
        fields = ['id', 'editor']


class DeepSerializer(serializers.ModelSerializer):
    reviews = ReviewSerializer(many=True)
    editions = EditionSerializer(many=True)

    class Meta:
        model = Book
        fields = ['id', 'title', 'reviews', 'editions']
