// Nothing is installed, and nothing has a type: what callers hand in says what a parameter is.
//- models/index.js
const fs = require('fs');
const path = require('path');
const Sequelize = require('sequelize');

const sequelize = new Sequelize('');
const db = {};

fs.readdirSync(__dirname).forEach((file) => {
  const model = require(path.join(__dirname, file))(sequelize, Sequelize.DataTypes);
  db[model.name] = model;
});

module.exports = db;
//- models/user.js
module.exports = (sequelize, DataTypes) => {
  const User = sequelize.define('User', { name: DataTypes.STRING });
  return User;
};
//- models/order.js
module.exports = (sequelize, DataTypes) => sequelize.define('Order', { total: DataTypes.INTEGER });
//- store.js
const { promisify } = require('util');
const redis = require('redis');

const client = redis.createClient();

exports.read = promisify((key, done) => client.get(key, done));
exports.makeStore = (pool) => ({
  load: (id) => pool.query('select * from users where id = $1', [id]),
});
//- app.js
const { Pool } = require('pg');
const { User, Order } = require('./models');
const { makeStore } = require('./store');

const store = makeStore(new Pool());

async function owners() {
  const orders = await Order.findAll();
  for (i = 0; i < orders.length; i++) {
    orders[i].owner = await User.findByPk(orders[i].userId); //! n-plus-one-query
    orders[i].posts = await orders[i].getPosts(); //! n-plus-one-query
  }
  return orders;
}

async function page(limit) {
  const orders = await Order.findAll({ limit: 25 });
  return Promise.all(orders.map((order) => User.findByPk(order.userId))); //! n-plus-one-query hint
}

async function few() {
  const orders = await Order.findAll({ limit: 3 });
  return Promise.all(orders.map((order) => User.findByPk(order.userId))); //= three
}

async function throughStore(ids) {
  for (const id of ids) await store.load(id); //! n-plus-one-query
}

module.exports = { owners, page, few, throughStore };
