//- with: express, mysql2
import express from 'express';
import mysql from 'mysql2/promise';

const app = express();
const pool = mysql.createPool({ database: 'shop' });

app.get('/users/:email', async (req, res) => {
  const { email } = req.params;
  res.json([
    await pool.query('SELECT * FROM users WHERE email = ?', [email]), //! missing-index hint O(users rows)
    await pool.query('SELECT * FROM `users` WHERE `email` = ? AND `kind` = 3', [email]), //! missing-index hint
    await pool.query('SELECT * FROM users WHERE name = ?', [email]), //= has an index
    await pool.query('SELECT * FROM users WHERE nick = ?', [email]), //= is given one later, among other things
    await pool.query('SELECT * FROM users WHERE street = ?', [email]), //= unique
    await pool.query('SELECT * FROM users WHERE phone = ?', [email]), //= was called otherwise, and had an index
    await pool.query('SELECT * FROM users WHERE shop_id = ?', [email]), //= MySQL makes an index for it
    await pool.query('SELECT * FROM users WHERE gender = ?', [email]), //= of few values
  ]);
});
//- db/dump.sql
# Dumped by hand
CREATE TABLE `users` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(190) NOT NULL COMMENT 'it\'s unique (email)',
  `name` varchar(190) NOT NULL,
  `nick` varchar(190),
  `street` varchar(190),
  `telephone` varchar(190),
  `shop_id` int,
  `kind` tinyint(1),
  `gender` enum('f','m'),
  PRIMARY KEY (`id`),
  KEY `by_name` (`name`(20)),
  UNIQUE KEY `by_street` (`street`,`name`),
  INDEX (`telephone`),
  CONSTRAINT `of_shop` FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `users` VALUES (1,'create table','(',NULL),(2,';','x',NULL);
ALTER TABLE `users`
  DROP KEY `old`,
  ADD UNIQUE KEY `by_nick` (`nick`),
  CHANGE COLUMN `telephone` `phone` varchar(190);
