//- with: @nestjs/common
import { Controller, Get, Injectable, Param } from '@nestjs/common';

@Injectable()
export class Names {
  private readonly byId = new Map<string, string>();
  private readonly open = new Map<string, string>();

  of(id: string): string {
    this.byId.set(id, id); //! unbounded-cache hint O(id)
    this.open.set(id, id); //= closed again
    return this.byId.get(id) ?? '';
  }

  close(id: string): void {
    this.open.delete(id);
  }
}

class PerRequest {
  private readonly found = new Map<string, string>();

  add(id: string): void {
    this.found.set(id, id); //= lives as long as one request
  }
}

@Controller('names')
export class NamesController {
  constructor(private readonly names: Names) {}

  @Get(':id')
  show(@Param('id') id: string): string {
    const own = new PerRequest();
    own.add(id);
    const local = new Map<string, string>();
    local.set(id, id); //= made for each request
    return this.names.of(id);
  }
}
