//- compose.yaml
services:
  web:
    build: .
    volumes:
      - uploads:/app/uploads
      - ./logs:/app/logs:rw
  database:
    image: postgres
    volumes:
      - rows:/var/lib/postgresql/data
//- Dockerfile
FROM node:22
VOLUME ["/app/covers", "/app/media"]
//- deploy/web.yml
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: web
          volumeMounts:
            - name: scans
              mountPath: /app/scans
//- fly.toml
[mounts]
source = "voices"
destination = "/app/voices"
//- server.js
const express = require('express');
const multer = require('multer');

const app = express();

app.use('/uploads', express.static('uploads')); //= Compose mounts it
app.use('/media', express.static('media')); //= the image says that it outlives the container
app.use('/scans', express.static('scans')); //= Kubernetes mounts it
app.use('/voices', express.static('voices')); //= Fly mounts it
app.use('/papers', express.static('data/papers')); //! local-file-state hint

app.post('/uploads', multer({ dest: 'uploads/' }).single('file'), (_req, res) => res.end());
app.post('/media', multer({ dest: 'media/' }).single('file'), (_req, res) => res.end());
app.post('/papers', multer({ dest: 'data/papers/' }).single('file'), (_req, res) => res.end());
app.post('/scans', multer({ dest: 'scans/' }).single('file'), (_req, res) => res.end());
app.post('/voices', multer({ dest: 'voices/' }).single('file'), (_req, res) => res.end());
