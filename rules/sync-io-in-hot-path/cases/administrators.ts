// What an administrator alone asks for, happens now and then: by its place, by its path, or by who guards it.
//- with: express, node, @nestjs/common, next
//- routes/admin-cache.ts
import { Router } from 'express';
import { scryptSync } from 'node:crypto';

export const admin = Router();

admin.get('/keys', async (_req, res) => {
  res.json(scryptSync('*', 'salt', 32).length); //! sync-io-in-hot-path hint
});
//- routes/cache.ts
import { Router, type NextFunction, type Request, type Response } from 'express';
import { scryptSync } from 'node:crypto';

const requireAdmin = (_req: Request, _res: Response, next: NextFunction): void => next();
const requireAdminOrOwner = requireAdmin;
const authorize = (..._roles: string[]) => requireAdmin;

export const cache = Router();

cache.get('/api/admin/keys', async (_req, res) => {
  res.json(scryptSync('*', 'salt', 32).length); //! sync-io-in-hot-path hint
});

cache.delete('/guarded', requireAdmin, async (_req, res) => {
  res.json(scryptSync('a:*', 'salt', 32).length); //! sync-io-in-hot-path hint
});

cache.get('/by-role', authorize('admin'), async (_req, res) => {
  res.json(scryptSync('b:*', 'salt', 32).length); //! sync-io-in-hot-path hint
});

cache.get('/by-roles', authorize('admin', 'clerk'), async (_req, res) => {
  res.json(scryptSync('c:*', 'salt', 32).length); //! sync-io-in-hot-path warning
});

cache.get('/sent-away', async (req, res) => {
  const user = (req as unknown as { user?: { role: string } }).user;
  if (!user || user.role !== 'admin') return void res.end();
  res.json(scryptSync('s:*', 'salt', 32).length); //! sync-io-in-hot-path hint
});

cache.get('/sent-away-unless', async (req, res) => {
  const user = (req as unknown as { user: { role: string; id: string } }).user;
  if (user.role !== 'admin' && user.id !== req.query['owner']) return void res.end();
  res.json(scryptSync('t:*', 'salt', 32).length); //! sync-io-in-hot-path warning
});

cache.get('/by-list', ...[requireAdmin], async (_req, res) => {
  res.json(scryptSync('e:*', 'salt', 32).length); //! sync-io-in-hot-path hint
});

cache.get('/either', requireAdminOrOwner, async (_req, res) => {
  res.json(scryptSync('f:*', 'salt', 32).length); //! sync-io-in-hot-path warning
});

cache.post('/setup/check', async (_req, res) => {
  res.json(scryptSync('i:*', 'salt', 32).length); //! sync-io-in-hot-path hint
});

cache.post('/admin/login', async (_req, res) => {
  res.json(scryptSync('g:*', 'salt', 32).length); //! sync-io-in-hot-path warning
});

cache.get('/contact-admin', async (_req, res) => {
  res.json(scryptSync('h:*', 'salt', 32).length); //! sync-io-in-hot-path warning
});

cache.get('/admin/shared', session, async (_req, res) => {
  res.json([]);
});

cache.get('/shared', session, async (_req, res) => {
  res.json([]);
});

async function session(_req: Request, _res: Response, next: NextFunction): Promise<void> {
  scryptSync('session:*', 'salt', 32).length; //! sync-io-in-hot-path warning
  next();
}

cache.get('/administered-badly', async (_req, res) => {
  res.json(scryptSync('d:*', 'salt', 32).length); //! sync-io-in-hot-path warning
});
//- routes/guarded.ts
import { Router, type NextFunction, type Request, type Response } from 'express';
import { scryptSync } from 'node:crypto';

const isAdmin = (_req: Request, _res: Response, next: NextFunction): void => next();

export const guarded = Router();

guarded.get('/public', async (_req, res) => {
  res.json(scryptSync('public:*', 'salt', 32).length); //! sync-io-in-hot-path warning
});

guarded.use(isAdmin);

guarded.get('/keys', async (_req, res) => {
  res.json(scryptSync('*', 'salt', 32).length); //! sync-io-in-hot-path hint
});
//- limits.controller.ts
import { Controller, Delete, Get, UseGuards } from '@nestjs/common';
import { scryptSync } from 'node:crypto';

class UserGuard {}
class AdminGuard {}
const Public = (): MethodDecorator => () => undefined;

@Controller('limits')
export class LimitsController {
  @Delete()
  @UseGuards(UserGuard, AdminGuard)
  async clear(): Promise<string[]> {
    return [scryptSync('limit:*', 'salt', 32).toString()]; //! sync-io-in-hot-path hint
  }

  @Get()
  @UseGuards(UserGuard)
  async all(): Promise<string[]> {
    return await this.shared();
  }

  @Get('mine')
  @UseGuards(AdminGuard)
  async mine(): Promise<string[]> {
    return await this.shared();
  }

  @Public()
  @UseGuards(AdminGuard)
  @Get('open')
  async open(): Promise<string[]> {
    return [scryptSync('open:*', 'salt', 32).toString()]; //! sync-io-in-hot-path warning
  }

  private async shared(): Promise<string[]> {
    return [scryptSync('own:*', 'salt', 32).toString()]; //! sync-io-in-hot-path warning
  }
}
//- routes/mounted.ts
import { Router } from 'express';
import { scryptSync } from 'node:crypto';

const mounted = Router();

mounted.get('/keys', async (_req, res) => {
  res.json(scryptSync('mounted', 'salt', 32).length); //! sync-io-in-hot-path hint
});

export default mounted;
//- routes/offered.ts
import { Router } from 'express';
import { scryptSync } from 'node:crypto';

export const offered = Router();

offered.get('/keys', async (_req, res) => {
  res.json(scryptSync('offered', 'salt', 32).length); //! sync-io-in-hot-path warning
});
//- routes/index.ts
export { offered } from './offered';
//- controllers/keys.ts
import type { Request, Response } from 'express';
import { scryptSync } from 'node:crypto';

async function requireAdmin(_request: Request): Promise<void> {}

export async function show(req: Request, res: Response): Promise<void> {
  await requireAdmin(req);
  res.json(scryptSync('shown', 'salt', 32).length); //! sync-io-in-hot-path hint
}
//- routes/nested.ts
import { Router } from 'express';
import { scryptSync } from 'node:crypto';

export const nested = Router();

nested.get('/keys', async (_req, res) => {
  res.json(scryptSync('nested', 'salt', 32).length); //! sync-io-in-hot-path hint
});
//- routes/mounted-twice.ts
import { Router } from 'express';
import { scryptSync } from 'node:crypto';

export const twice = Router();

twice.get('/keys', async (_req, res) => {
  res.json(scryptSync('twice', 'salt', 32).length); //! sync-io-in-hot-path warning
});
//- routes/all-jobs.ts
import { Router } from 'express';
import { nested } from './nested';

export const jobs = Router();
jobs.use('/nested', nested);
//- app.ts
import express, { type NextFunction, type Request, type Response } from 'express';
import { admin } from './routes/admin-cache';
import { jobs } from './routes/all-jobs';
import { cache } from './routes/cache';
import { guarded } from './routes/guarded';
import mounted from './routes/mounted';
import { twice } from './routes/mounted-twice';
import { show } from './controllers/keys';
import { offered as forAll } from './routes';
import { offered } from './routes/offered';

const requireAdmin = (_req: Request, _res: Response, next: NextFunction): void => next();

const app = express();
app.use('/', admin);
app.use('/cache', cache);
app.use('/guarded', guarded);
app.use('/mounted', requireAdmin, mounted);
app.use('/api/v1/admin/jobs', jobs);
app.use('/admin/twice', twice);
app.use('/twice', twice);
app.use('/admin/offered', offered);
app.use('/offered', forAll);
app.get('/shown', show);
//- app/api/keys/route.ts
import { scryptSync } from 'node:crypto';

interface Asked {
  readonly url: string;
}

async function requireAdmin(_request: Asked): Promise<void> {}
async function checkAdmin(_request: Asked): Promise<boolean> {
  return true;
}
const authenticate = { admin: async (_request: Asked): Promise<{ shop: string }> => ({ shop: '' }) };
async function isAdmin(_request: Asked): Promise<boolean> {
  return true;
}

export async function GET(request: Asked): Promise<unknown> {
  await requireAdmin(request);
  return scryptSync('body', 'salt', 32); //! sync-io-in-hot-path hint
}

export async function POST(request: Asked): Promise<unknown> {
  const may = await isAdmin(request);
  return may ? 'all' : scryptSync('asks', 'salt', 32); //! sync-io-in-hot-path warning
}

export async function PUT(request: Asked): Promise<unknown> {
  if (request.url.endsWith('all')) await requireAdmin(request);
  return scryptSync('some', 'salt', 32); //! sync-io-in-hot-path warning
}

// Every shop is one.
export async function DELETE(request: Asked): Promise<unknown> {
  const { shop } = await authenticate.admin(request);
  return scryptSync(shop, 'salt', 32); //! sync-io-in-hot-path warning
}

export async function PATCH(request: Asked): Promise<unknown> {
  const all = await checkAdmin(request);
  return { all, key: scryptSync('checked', 'salt', 32) }; //! sync-io-in-hot-path warning
}
//- pages/api/keys.ts
import { scryptSync } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';

type Handler = (req: NextApiRequest, res: NextApiResponse) => Promise<void>;
const withSuperAdmin = (handler: Handler): Handler => handler;

export default withSuperAdmin(async (_req, res) => {
  res.json(scryptSync('wrapped', 'salt', 32).length); //! sync-io-in-hot-path hint
});
//- pages/api/named.ts
import { scryptSync } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';

type Handler = (req: NextApiRequest, res: NextApiResponse) => Promise<void>;
const withAdmin = (handler: Handler): Handler => handler;

const named: Handler = async (_req, res) => {
  res.json(scryptSync('named', 'salt', 32).length); //! sync-io-in-hot-path hint
};

export default withAdmin(named);
