//- package.json
{ "name": "desk", "dependencies": { "electron": "1", "express": "1", "express-session": "1" } }
//- server.js
const express = require('express');
const session = require('express-session');

const app = express();

app.use(session({ secret: 's' })); //= an application on somebody's desk is one process
