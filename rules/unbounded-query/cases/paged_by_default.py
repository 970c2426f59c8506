from django.db import models
from rest_framework import viewsets


class Author(models.Model):
    email = models.EmailField()
    born = models.DateField()


class Book(models.Model):
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)


class Books(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #= the settings paginate all views


class Everything(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #! unbounded-query hint
    pagination_class = None


class Authors(viewsets.ModelViewSet):
    queryset = Author.objects.all()  #= no other view lists them
    pagination_class = None


#- library/settings.py
REST_FRAMEWORK = {
    'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.LimitOffsetPagination',
    'PAGE_SIZE': 50,
}
