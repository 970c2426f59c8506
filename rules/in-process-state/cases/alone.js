//- package.json
{ "name": "desk", "dependencies": { "electron": "1", "express": "1", "express-session": "1" } }
//- server.js
const express = require('express');
const session = require('express-session');

const app = express();

app.use(session({ secret: 's' })); //= an application on somebody's desk is one process
//- bot/package.json
{ "name": "bot", "dependencies": { "discord.js": "1", "express": "1", "express-session": "1" } }
//- bot/server.js
const express = require('express');
const session = require('express-session');

const app = express();

app.use(session({ secret: 's' })); //= a bot has one connection to its gateway
