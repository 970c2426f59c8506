// Nest calls classes by decorator, by interface and by base class.
//- guards.ts
import { existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { CallHandler, CanActivate, NestInterceptor, NestMiddleware, OnModuleInit, PipeTransform } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';

@Injectable()
export class Licensed implements OnModuleInit, CanActivate {
  private readonly key: string;

  constructor() {
    this.key = readFileSync('licence.key', 'utf8'); //= once, when the guard is made
  }

  onModuleInit(): void {
    readFileSync('licence.txt', 'utf8'); //= once, when the module starts
  }

  canActivate(): boolean {
    return this.matches(this.key);
  }

  private matches(key: string): boolean {
    return readFileSync('licence.txt', 'utf8').includes(key); //! sync-io-in-hot-path hint
  }
}

/** The interface stands at the base class. */
export class Trial extends Licensed {
  override canActivate(): boolean {
    return existsSync('trial.txt'); //! sync-io-in-hot-path hint
  }
}

export class Audit implements NestInterceptor {
  intercept(_context: unknown, next: CallHandler): unknown {
    readFileSync('audit.json', 'utf8'); //! sync-io-in-hot-path hint
    return next.handle();
  }
}

export class Country implements PipeTransform<string, boolean> {
  transform(code: string): boolean {
    return readFileSync('countries.txt', 'utf8').includes(code); //! sync-io-in-hot-path hint
  }
}

export class Tenant implements NestMiddleware {
  use(incoming: { tenant?: string }, _outgoing: unknown, proceed: () => void): void {
    incoming.tenant = readFileSync('tenant.txt', 'utf8'); //! sync-io-in-hot-path hint
    proceed();
  }
}

export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ secretOrKey: readFileSync('jwt.key', 'utf8') }); //= once, when the strategy is made
  }

  validate(): unknown {
    return JSON.parse(readFileSync('revoked.json', 'utf8')); //! sync-io-in-hot-path hint
  }
}

/** Its method shares the name, and nothing of Nest calls it. */
export class Template {
  transform(name: string): string {
    return readFileSync(name, 'utf8'); //= our own class, which implements no interface of Nest
  }
}
//- handlers.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { Process, Processor, WorkerHost } from '@nestjs/bullmq';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { Cron } from '@nestjs/schedule';
import { type OnGatewayConnection, type OnGatewayInit, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';

@WebSocketGateway()
export class Chat implements OnGatewayConnection, OnGatewayInit {
  afterInit(): void {
    readFileSync('rooms.json', 'utf8'); //= once, when the gateway starts
  }

  handleConnection(client: { id: string }): void {
    writeFileSync(`clients/${client.id}`, ''); //! sync-io-in-hot-path hint
  }

  @SubscribeMessage('message')
  message(text: string): void {
    writeFileSync('messages.log', text); //! sync-io-in-hot-path hint
  }
}

export class Orders {
  @MessagePattern('orders.get')
  get(@Payload() id: string): string {
    return readFileSync(`orders/${id}.json`, 'utf8'); //! sync-io-in-hot-path hint
  }

  @EventPattern('orders.paid')
  paid(@Payload() id: string): void {
    writeFileSync(`orders/${id}.paid`, ''); //! sync-io-in-hot-path hint
  }

  @Cron('0 * * * *')
  tidy(): void {
    writeFileSync('orders/tidy', ''); //! sync-io-in-hot-path hint
  }
}

@Resolver()
export class Products {
  @Query()
  product(@Args('id') id: string): string {
    return readFileSync(`products/${id}.json`, 'utf8'); //! sync-io-in-hot-path hint
  }
}

@CommandHandler('Ship')
export class Ship implements ICommandHandler<{ id: string }> {
  execute(command: { id: string }): void {
    writeFileSync(`shipped/${command.id}`, ''); //! sync-io-in-hot-path hint
  }
}

@Processor('videos')
export class Videos extends WorkerHost {
  process(job: { id: string }): string {
    return readFileSync(`videos/${job.id}`, 'utf8'); //! sync-io-in-hot-path hint
  }

  @Process('thumbnail')
  thumbnail(job: { id: string }): string {
    return readFileSync(`thumbnails/${job.id}`, 'utf8'); //! sync-io-in-hot-path hint
  }
}
