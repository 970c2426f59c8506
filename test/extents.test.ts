/** What the evidence of a size says, where no level of a finding tells it apart. */
import { expect, test } from 'vitest';
import { lint } from './cases/linter.ts';

const program = `from django.db import models


class Reading(models.Model):
    sensor_type = models.CharField(max_length=30)
    serial = models.CharField(max_length=30)


def latest():
    readings = {}
    for reading in Reading.objects.all():
        readings[reading.KEY] = reading
    names = []
    for name in readings:
        if name not in names:
            names.append(name)
    return names
`;

test.each([
  [
    'serial',
    ['`readings`: filled in a loop over all rows of a table', '`names` grows in the same loop', 'by itself a hint: no request is known to lead here'],
  ],
  ['sensor_type', ['`names` grows in the same loop', 'by itself a hint: nothing in the code shows that they are many']],
])('what is kept by its %s is as much as there are of those', async (key, evidence) => {
  const { found, problems } = await lint([{ name: 'shop.py', text: program.replace('KEY', key) }], []);
  expect([problems, found.map((each) => each.evidence)]).toEqual([[], [evidence]]);
});
