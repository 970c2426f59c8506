import { expect, test } from 'vitest';
import { snake } from './free-name.ts';

test.each([
  ['userId', 'user_id'],
  ['HTTPServer', 'http_server'],
  ['ribbiNameIDs', 'ribbi_name_ids'],
  ['IDsOfUsers', 'ids_of_users'],
])('%s in Python is %s', (name, own) => expect(snake(name)).toBe(own));
