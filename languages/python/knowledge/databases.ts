/** All that is known of databases and stores, as one list, and which of their libraries ask only when somebody needs the answer. */
import type { Family } from '../../words.ts';
import { columns } from './columns.ts';
import { django } from './django.ts';
import { orms } from './orms.ts';
import { sqlDrivers } from './sql-drivers.ts';
import { sqlalchemy } from './sqlalchemy.ts';
import { stores } from './stores.ts';
import { vectorStores } from './vector-stores.ts';
import { warehouses } from './warehouses.ts';

export const databases: readonly Family[] = [django, sqlalchemy, columns, orms, sqlDrivers, stores, vectorStores, warehouses];

/** Their rows that do not wait are marked. */
export const lazyDatabases: readonly string[] = [
  'py:django',
  'py:sqlalchemy',
  'py:tortoise',
  'py:peewee',
  'py:pony',
  'py:mongoengine',
  'py:beanie',
  'py:piccolo',
];
