//- with: sequelize, express
//- models.ts
import { DataTypes, Model, Sequelize } from 'sequelize';

export const sequelize = new Sequelize('postgres://localhost/shop');

export const User = sequelize.define(
  'User',
  {
    id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true },
    email: { type: DataTypes.STRING(64), unique: true },
    name: DataTypes.STRING,
    phone: { type: DataTypes.STRING, allowNull: true },
    street: { type: DataTypes.STRING },
    zipCode: DataTypes.STRING,
    joined: DataTypes.DATE,
    isActive: DataTypes.BOOLEAN,
    plan: DataTypes.ENUM('free', 'paid'),
    mood: { type: DataTypes.STRING, defaultValue: 'calm' },
    language: DataTypes.STRING,
    settings: DataTypes.JSON,
    teamId: DataTypes.INTEGER,
    shopId: { type: DataTypes.INTEGER, references: { model: 'shops' } },
    badge: DataTypes.STRING,
    slug: DataTypes.STRING,
    token: DataTypes.STRING,
    handle: DataTypes.STRING,
  },
  { indexes: [{ unique: true, fields: ['street', 'name'] }, { fields: [{ name: 'zip_code', order: 'DESC' }] }] },
);

export const Team = sequelize.define('Team', { title: DataTypes.STRING });
User.belongsTo(Team);

export class Order extends Model {}
Order.init({ reference: DataTypes.STRING, number: { type: DataTypes.INTEGER, unique: 'by_number' } }, { sequelize, modelName: 'order' });

export class Torn extends Model {}
const options = JSON.parse('{}');
Torn.init({ reference: DataTypes.STRING }, { sequelize, ...options });
//- migrations/1-users.js
const safeAddIndex = (queryInterface, table, columns) => queryInterface.addIndex(table, columns);

module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.addIndex('users', ['badge', 'phone']);
    await safeAddIndex(queryInterface, 'users', ['token']);
    await queryInterface.createTable('pages', { slug: { type: DataTypes.STRING, unique: true } });
    await queryInterface.sequelize.query('CREATE UNIQUE INDEX by_handle ON users (handle)');
  },
};
//- app.ts
import express from 'express';
import { Op } from 'sequelize';
import { Order, Team, Torn, User } from './models';

const app = express();

app.get('/users/:name', async (req, res) => {
  const x = req.params.name;
  res.json([
    await User.findOne({ where: { name: x } }), //! missing-index hint O(User rows)
    await User.findAll({ where: { phone: x, isActive: true } }), //! missing-index hint
    await User.count({ where: { joined: { [Op.gte]: x } } }), //! missing-index hint
    await Order.findOne({ where: { reference: x } }), //! missing-index hint O(Order rows)
    await User.scope('active').findAll({ where: { name: x } }), //! missing-index hint
  ]);
});

app.post('/users/:name', async (req, res) => {
  await User.update({ isActive: false }, { where: { name: req.params.name } }); //! missing-index hint
  await User.destroy({ where: { phone: req.params.name } }); //! missing-index hint
  res.end();
});

app.get('/silent', async (req, res) => {
  const x = String(req.query.x);
  const conditions = JSON.parse(x);
  res.json([
    await User.findByPk(3), //= the key
    await User.findOne({ where: { id: 3 } }), //= the key as well
    await User.findOne({ where: { email: x } }), //= unique
    await User.findOne({ where: { street: x, phone: x } }), //= an index begins with the street
    await User.findOne({ where: { zipCode: x } }), //= an index that calls it by its name in the database
    await User.findAll({ where: { shopId: 3 } }), //= MySQL makes an index for it
    await User.findAll({ where: { teamId: 3 } }), //= as above: it leads to a team
    await User.findOne({ where: { badge: x } }), //= a migration made an index
    await User.findOne({ where: { token: x } }), //= as above, by a function of the project's own
    await User.findOne({ where: { slug: x } }), //= a migration made a column of the name unique, of whichever table
    await User.findOne({ where: { handle: x } }), //= a migration made an index in SQL
    await Order.findOne({ where: { number: 3 } }), //= unique together with others
    await User.findAll({ where: { isActive: true } }), //= of two values an index chooses neither
    await User.findAll({ where: { plan: 'free' } }), //= of few values as well
    await User.findAll({ where: { mood: 'calm' } }), //= most rows have what they begin with
    await User.findAll({ where: { language: x } }), //= a program has only so many
    await User.findAll({ where: { settings: x } }), //= what is in it no plain index answers
    await User.findAll({ where: { name: { [Op.like]: x } } }), //= a question that no plain index answers
    await User.findAll({ where: { [Op.or]: [{ name: x }, { email: x }] } }), //= alternatives are not read
    await User.findAll({ where: { phone: null } }), //= most rows may have none
    await User.findAll({ where: { name: x, ...conditions } }), //= it may ask for anything more
    await User.findAll({ where: { name: x }, include: [{ model: Team, where: { id: 3 } }] }), //= it may begin with the team
    await Torn.findOne({ where: { reference: x } }), //= its options cannot be read
    await User.findAll(), //= asks for all
  ]);
});

export async function nobodyCallsThis(name: string): Promise<unknown> {
  return User.findOne({ where: { name } }); //= runs who knows when
}
