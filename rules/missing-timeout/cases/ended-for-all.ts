// An interceptor that ends what takes too long: whoever waits is sent away, though the request itself goes on.
//- with: @nestjs, axios, rxjs
//- timeout.interceptor.ts
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { timeout } from 'rxjs';

export class TimeoutInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): unknown {
    return next.handle().pipe(timeout(5000));
  }
}

//- rates.controller.ts
import { Controller, Get } from '@nestjs/common';
import axios from 'axios';

@Controller('rates')
export class RatesController {
  @Get()
  async list() {
    return (await axios.get('https://rates.example')).data; //! missing-timeout hint
  }
}
