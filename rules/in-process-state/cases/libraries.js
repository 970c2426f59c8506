//- server.js
const express = require('express');
const session = require('express-session');
const { rateLimit } = require('express-rate-limit');
const { RateLimiterMemory } = require('rate-limiter-flexible');
const RedisStore = require('connect-redis');
const settings = require('./settings');

const app = express();
const limits = { windowMs: 60_000, limit: 10 };

app.use(session({ secret: 's' })); //! in-process-state hint O(sessions)
app.use('/login', rateLimit(limits)); //! in-process-state hint O(processes)
app.use('/send', rateLimit()); //! in-process-state hint

const tries = new RateLimiterMemory({ points: 5 }); //! in-process-state hint

app.post('/login', async (req, res) => {
  await tries.consume(req.ip);
  res.end();
});
//- throttled.js
const fastify = require('fastify');
const limit = require('@fastify/rate-limit');
const { ThrottlerModule } = require('@nestjs/throttler');
const redis = require('./redis');

const server = fastify();
const other = fastify();
const third = fastify();

server.register(limit, { max: 100 }); //! in-process-state hint
other.register(third); //= no plugin that counts

module.exports = { imports: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }])], redis }; //! in-process-state hint
//- stored.js
const express = require('express');
const fastify = require('fastify');
const session = require('express-session');
const limit = require('@fastify/rate-limit');
const { rateLimit } = require('express-rate-limit');
const RedisStore = require('connect-redis');
const redis = require('./redis');
const settings = require('./settings');

const app = express();
const server = fastify();
const later = { secret: 's' };
later.store = new RedisStore({ client: redis });

app.use(session({ secret: 's', store: new RedisStore({ client: redis }) })); //= a store that all share
app.use(session(later)); //= its store is put in a line above
app.use(session(settings.session)); //= what the settings say we do not see
app.use(rateLimit({ ...settings.limits })); //= nor here
server.register(limit, { max: 100, redis }); //= counts in Redis
//- alternatives.js
const session = require('express-session');
const { RateLimiterMemory, RateLimiterRedis } = require('rate-limiter-flexible');
const RedisStore = require('connect-redis');
const redis = require('./redis');

const spare = new RateLimiterMemory({ points: 5 }); //= only while Redis does not answer
const limiter = new RateLimiterRedis({ storeClient: redis, points: 5, insuranceLimiter: spare });

function sessions(shared) {
  return shared ? session({ secret: 's', store: new RedisStore({ client: redis }) }) : session({ secret: 's' }); //= where somebody runs it alone
}

module.exports = { limiter, sessions };
//- development.js
const express = require('express');
const session = require('express-session');

const app = express();

if (process.env.NODE_ENV !== 'production') app.use(session({ secret: 's' })); //= on a developer's machine
//- cookies.js
const express = require('express');
const cookieSession = require('cookie-session');

const app = express();

app.use(cookieSession({ secret: 's' })); //= the browser keeps it
//- server.test.js
const express = require('express');
const session = require('express-session');

const app = express();

app.use(session({ secret: 's' })); //= a test
