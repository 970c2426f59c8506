/** Which libraries of a package.json change what scalelint finds. Names only: nothing is loaded. */
export interface Framework {
  readonly label: string;
  readonly meaning: string;
}

const query = 'queries in loops are found';
const handlers = 'handlers are hot: they run per request';
const jobs = 'processors are hot: they run per message';

const known: readonly (readonly [label: string, meaning: string, ...packages: string[]])[] = [
  ['Prisma', query, '@prisma/client', 'prisma'],
  ['TypeORM', query, 'typeorm'],
  ['Sequelize', query, 'sequelize'],
  ['Mongoose', query, 'mongoose'],
  ['MongoDB', query, 'mongodb'],
  ['Drizzle', query, 'drizzle-orm'],
  ['Knex', query, 'knex'],
  ['Kysely', query, 'kysely'],
  ['MikroORM', query, '@mikro-orm/core'],
  ['PostgreSQL', query, 'pg', 'postgres'],
  ['MySQL', query, 'mysql2', 'mysql'],
  ['Redis', query, 'ioredis', 'redis'],
  ['Express', handlers, 'express'],
  ['Fastify', handlers, 'fastify'],
  ['Koa', handlers, 'koa'],
  ['Hono', handlers, 'hono'],
  ['NestJS', handlers, '@nestjs/core'],
  ['Next.js', handlers, 'next'],
  ['GraphQL', 'resolvers are hot: they run per field and element', '@apollo/server', 'graphql-yoga', 'apollo-server', '@nestjs/graphql'],
  ['BullMQ', jobs, 'bullmq', 'bull'],
  ['Kafka', jobs, 'kafkajs'],
  ['RabbitMQ', jobs, 'amqplib'],
];

export function frameworksIn(manifest: Record<string, unknown> | null): Framework[] {
  const names = new Set<string>();
  for (const key of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const list = manifest?.[key];
    if (typeof list === 'object' && list !== null) for (const name of Object.keys(list)) names.add(name);
  }
  return known.filter(([, , ...packages]) => packages.some((name) => names.has(name))).map(([label, meaning]) => ({ label, meaning }));
}
