//- with: objection, express
import { Router } from 'express';
import { Model } from 'objection';

class Person extends Model {
  name!: string;
}

export const router = Router();

router.get('/people', async (_req, res) => {
  const rows: unknown[] = [];
  for (const person of await Person.query().where('age', 30)) {
    rows.push(await person.$relatedQuery('pets')); //! lazy-relation-in-loop hint 💡none
    rows.push(await person.$relatedQuery('children').where('age', 3)); //! n-plus-one-query
  }
  res.json(rows);
});

router.get('/names', async (_req, res) => {
  const people = await Person.query();
  res.json(await Promise.all(people.map(petsOf))); //! n-plus-one-query
});

router.get('/pets', async (_req, res) => {
  const people = await Person.query();
  res.json(await Promise.all(people.map((person) => petsOf(person)))); //! lazy-relation-in-loop hint 💡none
});

router.get('/few', async (_req, res) => {
  const people = await Person.query().limit(3);
  res.json(await Promise.all(people.map((person) => person.$relatedQuery('pets')))); //= three rows
});

function petsOf(person: Person): Promise<unknown[]> {
  return person.$relatedQuery('pets');
}

router.get('/families', async (_req, res) => {
  const people = await Person.query();
  await Promise.all(people.map((person) => person.$fetchGraph('children.pets'))); //! lazy-relation-in-loop hint 💡none
  res.json(people);
});
