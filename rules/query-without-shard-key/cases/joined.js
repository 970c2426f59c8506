import express from 'express';
import { DataTypes, Sequelize } from 'sequelize';

const app = express();
const sequelize = new Sequelize();
const User = sequelize.define('User', { tenant_code: DataTypes.STRING });
const Membership = sequelize.define('Membership', { tenant_code: DataTypes.STRING });

const findUsers = (filter, options = {}) => User.findAll({ where: filter, ...options, raw: true });
const findMembers = (filter, tenant) => User.findAll({ where: filter, include: [{ model: Membership, where: { tenant_code: tenant } }] });

app.get('/users/:id', async (req, res) => {
  const [user] = await findUsers({ id: req.params.id }, { attributes: ['name'] }); //! query-without-shard-key warning
  const own = await findUsers({ id: req.params.id, tenant_code: req.params.tenant }); //= names the key
  const members = await findMembers({ id: req.params.id }, req.params.tenant); //= what is joined may tell the key
  await User.update({ name: 'Ada' }, { where: { id: req.params.id } }); //! query-without-shard-key
  await User.destroy({ where: { id: req.params.id, tenant_code: 'a' } }); //= names the key
  const one = await User.findByPk(req.params.id); //= the primary key may hold the shard key
  res.json({ user, own, members, one });
});

sequelize.query(`
  SELECT create_distributed_table ( 'users', 'tenant_code' );`);
