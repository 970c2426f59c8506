// What an administrator alone asks for, happens now and then: by its place, by its path, or by who guards it.
//- with: express, ioredis, @nestjs/common
//- routes/admin-cache.ts
import { Router } from 'express';
import { Redis } from 'ioredis';

const redis = new Redis();

export const admin = Router();

admin.get('/keys', async (_req, res) => {
  res.json(await redis.keys('*')); //! redis-keys-scan hint
});
//- routes/cache.ts
import { Router, type NextFunction, type Request, type Response } from 'express';
import { Redis } from 'ioredis';

const redis = new Redis();
const requireAdmin = (_req: Request, _res: Response, next: NextFunction): void => next();
const requireAdminOrOwner = requireAdmin;
const authorize = (..._roles: string[]) => requireAdmin;

export const cache = Router();

cache.get('/api/admin/keys', async (_req, res) => {
  res.json(await redis.keys('*')); //! redis-keys-scan hint
});

cache.delete('/guarded', requireAdmin, async (_req, res) => {
  res.json(await redis.keys('a:*')); //! redis-keys-scan hint
});

cache.get('/by-role', authorize('admin'), async (_req, res) => {
  res.json(await redis.keys('b:*')); //! redis-keys-scan hint
});

cache.get('/by-roles', authorize('admin', 'clerk'), async (_req, res) => {
  res.json(await redis.keys('c:*')); //! redis-keys-scan warning
});

cache.get('/by-list', ...[requireAdmin], async (_req, res) => {
  res.json(await redis.keys('e:*')); //! redis-keys-scan hint
});

cache.get('/either', requireAdminOrOwner, async (_req, res) => {
  res.json(await redis.keys('f:*')); //! redis-keys-scan warning
});

cache.post('/admin/login', async (_req, res) => {
  res.json(await redis.keys('g:*')); //! redis-keys-scan warning
});

cache.get('/contact-admin', async (_req, res) => {
  res.json(await redis.keys('h:*')); //! redis-keys-scan warning
});

cache.get('/admin/shared', session, async (_req, res) => {
  res.json([]);
});

cache.get('/shared', session, async (_req, res) => {
  res.json([]);
});

async function session(_req: Request, _res: Response, next: NextFunction): Promise<void> {
  await redis.keys('session:*'); //! redis-keys-scan warning
  next();
}

cache.get('/administered-badly', async (_req, res) => {
  res.json(await redis.keys('d:*')); //! redis-keys-scan warning
});
//- routes/guarded.ts
import { Router, type NextFunction, type Request, type Response } from 'express';
import { Redis } from 'ioredis';

const redis = new Redis();
const isAdmin = (_req: Request, _res: Response, next: NextFunction): void => next();

export const guarded = Router();

guarded.get('/public', async (_req, res) => {
  res.json(await redis.keys('public:*')); //! redis-keys-scan warning
});

guarded.use(isAdmin);

guarded.get('/keys', async (_req, res) => {
  res.json(await redis.keys('*')); //! redis-keys-scan hint
});
//- limits.controller.ts
import { Controller, Delete, Get, UseGuards } from '@nestjs/common';
import { Redis } from 'ioredis';

class UserGuard {}
class AdminGuard {}
const Public = (): MethodDecorator => () => undefined;

@Controller('limits')
export class LimitsController {
  private readonly redis = new Redis();

  @Delete()
  @UseGuards(UserGuard, AdminGuard)
  async clear(): Promise<string[]> {
    return await this.redis.keys('limit:*'); //! redis-keys-scan hint
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
    return await this.redis.keys('open:*'); //! redis-keys-scan warning
  }

  private async shared(): Promise<string[]> {
    return await this.redis.keys('own:*'); //! redis-keys-scan warning
  }
}
