//- with: express, @nestjs/common, node
//- feed.ts
import { EventEmitter } from 'node:events';
import { Controller, Get, Injectable } from '@nestjs/common';

@Injectable()
export class Feed {
  private readonly emitter = new EventEmitter();
  private readonly others = new EventEmitter();

  constructor() {
    this.others.on('post', () => console.log(1)); //= once, for the only one there is
  }

  wait(): Promise<unknown> {
    return new Promise((resolve) => {
      this.emitter.on('post', resolve); //! listener-per-request warning
    });
  }
}

@Controller('feed')
export class FeedController {
  constructor(private readonly feed: Feed) {}

  @Get()
  async next(): Promise<unknown> {
    return this.feed.wait();
  }
}
//- each.ts
import { EventEmitter } from 'node:events';
import express from 'express';

class Session {
  private readonly emitter = new EventEmitter();

  begin(): void {
    this.emitter.on('post', () => console.log(1)); //= each request makes a session of its own
  }
}

const app = express();

app.get('/session', (_req, res) => {
  new Session().begin();
  res.end();
});
