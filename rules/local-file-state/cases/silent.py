#- docker-compose.yml
services:
  web:
    build: .
    volumes:
      - type: volume
        source: media
        target: /srv/media
#- shop/plain.py
import json
import os
import tempfile
from pathlib import Path

from flask import Flask, current_app, request, send_file, send_from_directory

app = Flask(__name__)
UPLOADS = os.environ.get('UPLOADS', 'uploads')
DRAFTS = 'drafts'
if 'DRAFTS' in os.environ:
    DRAFTS = os.environ['DRAFTS']


@app.post('/uploads/<name>')
def upload(name):
    request.files['file'].save(os.path.join(UPLOADS, name))  #= the environment may name a disk that all share
    return {}


@app.get('/uploads/<name>')
def uploaded(name):
    return send_from_directory(UPLOADS, name)


@app.post('/drafts/<name>')
def draft(name):
    request.files['file'].save(os.path.join(DRAFTS, name))  #= so it may here
    return {}


@app.get('/drafts/<name>')
def drafts(name):
    return send_from_directory(DRAFTS, name)


@app.post('/papers/<name>')
def paper(name):
    request.files['file'].save(os.path.join(current_app.config['PAPERS'], name))  #= the configuration may
    return {}


@app.get('/papers/<name>')
def papers(name):
    return send_from_directory(current_app.config['PAPERS'], name)


@app.post('/shared/<name>')
def share(name):
    request.files['file'].save(f'/mnt/shared/{name}')  #= what lies at the root of a machine may be mounted
    return {}


@app.get('/shared/<name>')
def shared(name):
    return send_file(f'/mnt/shared/{name}')


@app.post('/media/<name>')
def medium(name):
    request.files['file'].save(os.path.join('media', name))  #= Compose mounts it
    return {}


@app.get('/media/<name>')
def media(name):
    return send_from_directory('media', name)


@app.post('/convert/<name>')
def convert(name):
    Path(tempfile.gettempdir(), name).write_bytes(request.data)  #= a temporary file
    return {}


@app.get('/convert/<name>')
def converted(name):
    return send_file(os.path.join(tempfile.gettempdir(), name))


@app.post('/print/<name>')
def printed(name):
    sheet = f'sheets/{name}'
    with open(sheet, 'wb') as target:  #= removed by the same request
        target.write(request.data)
    os.unlink(sheet)
    return {}


@app.get('/sheets/<name>')
def sheets(name):
    return send_file(f'sheets/{name}')


@app.get('/rates')
def rates():
    path = Path('data/rates.json')
    if path.exists():
        return json.loads(path.read_text())
    path.write_text('{}')  #= who misses it makes it anew
    return {}


@app.post('/notes')
def note():
    with open('logs/notes.txt', 'a') as log:  #= a log
        log.write(request.json['text'])
    return {}


@app.get('/notes')
def notes():
    return send_file('logs/notes.txt')


@app.post('/archive/<name>')
def archive(name):
    with open(f'archive/{name}', 'wb') as target:  #= no request reads it
        target.write(request.data)
    return {}
#- shop/pictures.py
from django.http import FileResponse
from django.views import View


class Picture(View):
    def post(self, request, pk):
        self.picture.save('pictures/picture.png', request.FILES['picture'])  #= a field of Django, whose storage settings name
        return None

    def get(self, request, pk):
        return FileResponse(open('pictures/picture.png', 'rb'))
#- shop/test_views.py
from flask import Flask, request, send_file

app = Flask(__name__)


@app.post('/made')
def make():
    request.files['file'].save('made/a.png')  #= a test
    return {}


@app.get('/made')
def made():
    return send_file('made/a.png')
