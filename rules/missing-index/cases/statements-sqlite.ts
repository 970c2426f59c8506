import Database from 'better-sqlite3';
import express from 'express';

const app = express();
const db = new Database('shop.db');
const byEmail = db.prepare('SELECT * FROM users WHERE email = ?');

app.get('/users/:email', (req, res) => {
  res.json([
    byEmail.get(req.params.email), //! missing-index hint O(users rows)
    db.prepare('SELECT * FROM users WHERE name = @name').all({ name: req.params.email }), //! missing-index hint
    db.prepare('SELECT * FROM orders WHERE userId = ?').all(3), //! missing-index hint
    db.prepare('SELECT * FROM users WHERE nick = ?').get(3), //= the table was made anew with an index
    db.prepare('SELECT * FROM users WHERE done = 1').all(), //= it has a constant to begin with
    db.prepare('SELECT * FROM users WHERE is_new = 1').all(), //= a number that is yes or no, by its name
    db.prepare('SELECT * FROM users WHERE email = ? COLLATE NOCASE').get(3), //= an index of its own
    db.prepare('SELECT * FROM temporary WHERE name = ?').get(3), //= gone at the end of the session
  ]);
});
//- drizzle/0000_first.sql
CREATE TABLE `users` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`nick` text,
	`done` integer DEFAULT 0,
	`is_new` integer
);
--> statement-breakpoint
CREATE TABLE `orders` (`id` integer PRIMARY KEY, `userId` integer, FOREIGN KEY (`userId`) REFERENCES `users`(`id`));
CREATE TEMP TABLE temporary (id integer PRIMARY KEY, name text);
//- drizzle/0001_second.sql
CREATE TABLE `__new_users` (`id` integer PRIMARY KEY, `email` text, `name` text, `nick` text UNIQUE);--> statement-breakpoint
DROP TABLE `users`;--> statement-breakpoint
ALTER TABLE `__new_users` RENAME TO `users`;
