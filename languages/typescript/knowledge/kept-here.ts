/** What keeps notes of users in the memory of its process: sessions, and how often somebody has asked. Each names a store for those who run several. */
import { type Facts, type Family, on } from '../../words.ts';

const sessions: Facts = { keepsHere: { what: 'sessions', unless: ['store'], position: 0 } };
const counts: Facts = { keepsHere: { what: 'counts', unless: ['store'], position: 0 } };

export const keptHere: Family = {
  rows: [
    ...on('express-session', 'default', sessions),
    ...on('express-session', 'MemoryStore', { keepsHere: { what: 'sessions', unless: [], position: 0 } }),
    ...on('express-rate-limit', 'default rateLimit', counts),
    ...on('express-slow-down', 'default slowDown', counts),
    ...on('@fastify/rate-limit fastify-rate-limit', 'default', { keepsHere: { what: 'counts', unless: ['redis', 'store'], position: 1 } }),
    ...on('@fastify/session fastify-session', 'default', { keepsHere: { what: 'sessions', unless: ['store'], position: 1 } }),
    ...on('@nestjs/throttler', 'ThrottlerModule.forRoot', { keepsHere: { what: 'counts', unless: ['storage'], position: 0 } }),
    ...on('koa-ratelimit', 'default', {
      keepsHere: { what: 'counts', unless: [], position: 0, only: { option: 'driver', value: 'memory' } },
    }),
    ...on('rate-limiter-flexible', 'RateLimiterMemory', { keepsHere: { what: 'counts', unless: [], position: 0 } }),
    ...on('cluster', 'fork default.fork', { copies: {} }),
    ...on('throng', 'default', { copies: {} }),
  ],
};
