//- with: node, @nestjs/common
import { readFileSync, readdirSync } from 'node:fs';
import { Controller, Get, Injectable, Param } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';

@Injectable()
export class Invoices implements OnModuleInit {
  private layout = '';

  onModuleInit(): void {
    this.layout = readFileSync('layout.html', 'utf8'); //= once, when the module starts
  }

  load(id: string): string {
    return this.layout + readFileSync(`invoices/${id}.html`, 'utf8'); //! sync-io-in-hot-path
  }

  private rebuild(): string[] {
    return readdirSync('invoices'); //= nothing calls it
  }
}

@Controller('invoices')
export class InvoiceController {
  private readonly invoices: Invoices;

  constructor(invoices: Invoices) {
    this.invoices = invoices;
  }

  @Get(':id')
  show(@Param('id') id: string): string {
    return this.invoices.load(id);
  }

  @Get()
  list(): string[] {
    return readdirSync('invoices'); //! sync-io-in-hot-path
  }
}
