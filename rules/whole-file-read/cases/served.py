import os
from functools import lru_cache
from pathlib import Path

import requests
from django.contrib.staticfiles.finders import find
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views import View
from flask import current_app

from mixins import StaffRequiredMixin
from storage import content_of


def attachment(request, name):
    with open(f'/var/uploads/{name}', 'rb') as f:
        return HttpResponse(f.read(), content_type='application/pdf')  #! whole-file-read hint


def exported(request, name):
    path = Path('/var/exports') / name
    data = open(path, 'rb').read()  #! whole-file-read
    response = HttpResponse(content_type='text/csv')
    response.write(data)
    return response


def announced(request, name):
    with open(f'/var/uploads/{name}', 'rb') as f:
        data = f.read()
    response = HttpResponse(data)  #? miss: that its length is only told the client
    response['Content-Length'] = len(data)
    return response


def proxied(request, name):
    answer = requests.get(f'https://media.example.com/{name}', timeout=5)
    if answer.status_code != 200:
        return HttpResponse(status=answer.status_code)
    return HttpResponse(answer.content)  #! whole-file-read


def stored(request, name):
    return HttpResponse(content_of(name))  #! whole-file-read


def streamed(request, name):
    return FileResponse(open(f'/var/uploads/{name}', 'rb'))  #= piece by piece


def cut(request, name):
    with open(f'/var/uploads/{name}', 'rb') as f:
        return HttpResponse(f.read(1024))  #= so much of it only


def uploaded(request, name):
    path = Path(__file__).parent / 'uploads' / name
    return HttpResponse(path.read_bytes())  #? miss: what `/` makes of a path is not followed


def joined(request, name):
    path = os.path.join(os.path.dirname(__file__), 'uploads', name)
    with open(path, 'rb') as f:
        return HttpResponse(f.read())  #! whole-file-read


def manual(request, name):
    path = os.path.join(os.path.dirname(__file__), 'manuals', name)
    with open(path, 'rb') as f:
        return HttpResponse(f.read())  #= came with the program


class Codes(StaffRequiredMixin, View):
    def get(self, request, name):
        with open(f'/var/codes/{name}') as f:
            return HttpResponse(f.read())  #= an administrator asks for one at a time


@lru_cache
def remembered(name):
    with open(f'/var/uploads/{name}', 'rb') as f:
        return f.read()


def again(request, name):
    return HttpResponse(remembered(name))  #= read once for all


def searched(request, name):
    with open(f'/var/uploads/{name}') as f:
        text = f.read()  #= it is searched as well
    if 'secret' in text:
        return HttpResponse(status=403)
    return HttpResponse(text)


def shown(request, name):
    with open(f'/var/uploads/{name}') as f:
        return render(request, 'shown.html', {'text': f.read()})  #= a page is made of it


def start(request):
    with open('/srv/shop/start') as f:
        return HttpResponse(f.read())  #= the same each time


def description(request):
    path = os.path.join(current_app.root_path, 'openapi/v2')
    path = os.path.abspath(path)
    with open(path) as f:
        return HttpResponse(f.read())  #= came with the program


def robots(request):
    path = find('robots.txt')
    with open(path) as f:
        return HttpResponse(f.read())  #= likewise


def page(request, name):
    with open(f'/var/pages/{name}.html') as f:
        return HttpResponse(f.read())  #= pages are small


def changed(request, name):
    with open(f'/var/uploads/{name}') as f:
        return HttpResponse(f.read().replace('\r', ''))  #= it is another text


def received(request):
    data = request.FILES['upload'].read()
    with open('/var/uploads/last', 'wb') as out:
        out.write(data)  #? miss: what `request` is, nothing says
    return HttpResponse(status=204)
#- storage.py
def content_of(name):
    with open(f'/var/uploads/{name}', 'rb') as f:
        return f.read()
