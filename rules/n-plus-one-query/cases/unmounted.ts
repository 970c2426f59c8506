//- with: @prisma/client, express, @nestjs/common, @nestjs/core
// Nest's classes and the routers of Express do nothing until somebody names them.
//- main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

void NestFactory.create(AppModule).then((app) => app.listen(3000));

//- app.module.ts
import { Module } from '@nestjs/common';
import { UserController } from './user/user.controller';
import { UserService } from './user/user.service';

@Module({ controllers: [UserController], providers: [UserService] })
export class AppModule {}

//- db.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

//- user/user.service.ts
import { Injectable } from '@nestjs/common';
import { prisma } from '../db';

@Injectable()
export class UserService {
  async counted(): Promise<number[]> {
    const counts: number[] = [];
    for (const user of await prisma.user.findMany())
      counts.push(await prisma.order.count({ where: { userId: user.id } })); //! n-plus-one-query warning
    return counts;
  }
}

//- user/user.controller.ts
import { Controller, Get } from '@nestjs/common';
import { UserService } from './user.service';

@Controller('users')
export class UserController {
  constructor(private readonly users: UserService) {}

  @Get()
  counted(): Promise<number[]> {
    return this.users.counted();
  }
}

//- team/team.module.ts
import { Module } from '@nestjs/common';
import { TeamController } from './team.controller';

@Module({ controllers: [TeamController] })
export class TeamModule {}

//- team/team.controller.ts
import { Controller, Get } from '@nestjs/common';
import { prisma } from '../db';

@Controller('teams')
export class TeamController {
  @Get()
  async counted(): Promise<number[]> {
    const counts: number[] = [];
    for (const team of await prisma.team.findMany())
      counts.push(await prisma.user.count({ where: { teamId: team.id } })); //! n-plus-one-query hint
    return counts;
  }
}

//- counts.ts
import type { NextFunction, Request, Response } from 'express';
import { prisma } from './db';

export async function counts(_: Request, response: Response, next: NextFunction): Promise<void> {
  const counts: number[] = [];
  for (const user of await prisma.user.findMany())
    counts.push(await prisma.order.count({ where: { userId: user.id } })); //! n-plus-one-query hint
  response.json(counts);
  next();
}

//- jobs.ts
import type { Request, Response } from 'express';
import { prisma } from './db';

export const nightly = async (req: Request, res: Response): Promise<void> => {
  const counts: number[] = [];
  for (const user of await prisma.user.findMany()) counts.push(await prisma.order.count({ where: { userId: user.id } })); //! n-plus-one-query hint
  res.json(counts);
};

export const hourly = async (req?: Request, res?: Response): Promise<void> => {
  const counts: number[] = [];
  for (const user of await prisma.user.findMany()) counts.push(await prisma.order.count({ where: { userId: user.id } })); //! n-plus-one-query hint
};

export const mounted = async (req: Request, res: Response): Promise<void> => {
  const counts: number[] = [];
  for (const user of await prisma.user.findMany()) counts.push(await prisma.order.count({ where: { userId: user.id } })); //! n-plus-one-query warning
  res.json(counts);
};

//- server.ts
import express from 'express';
import { hourly, mounted, nightly } from './jobs';

const app = express();
app.get('/counts', mounted);
// app.get('/nightly', nightly);
declare function schedule(when: string, run: () => unknown): void;
schedule('0 * * * *', () => hourly());
