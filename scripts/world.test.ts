import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixesPage } from './world/page.ts';
import { projects } from './world/project.ts';
import { figures, page } from './world.ts';

test('docs/fixes.md shows the figures that are kept', () => expect(readFileSync(page, 'utf8')).toBe(fixesPage(projects, figures())));
