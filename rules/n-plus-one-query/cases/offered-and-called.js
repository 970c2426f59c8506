const { Pool } = require('pg');

const db = new Pool();

// Nobody in the project calls it: it is offered, and that is all.
async function clear() {
  const { rows } = await db.query('select * from bots');
  for (const bot of rows) {
    await db.query('select * from items where bot = $1', [bot.id]); //! n-plus-one-query hint
  }
}

async function refresh() {
  const { rows } = await db.query('select * from bots');
  for (const bot of rows) {
    await db.query('select * from items where bot = $1', [bot.id]); //! n-plus-one-query warning
  }
}

module.exports = { clear, refresh };

//- worker.js
const bots = require('./offered-and-called.js');

async function run() {
  await bots.refresh();
}

setInterval(run, 1000);
