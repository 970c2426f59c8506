#- shop/store.py
import boto3
from flask import Flask, request, send_file

app = Flask(__name__)
bucket = boto3.client('s3')


@app.post('/kept/<name>')
def keep(name):
    if app.debug:
        request.files['file'].save(f'kept/{name}')  #= while there is no store
    else:
        bucket.upload_fileobj(request.files['file'], 'kept', name)
    return {}


@app.get('/kept/<name>')
def kept(name):
    return send_file(f'kept/{name}')
