/** What a profile says of a finding, where a report has one line for all: ``… Build a Set before the loop. (37 % of the time in `orders.cpuprofile` …)``. */
import type { Finding } from '../../model/finding.ts';

export function messageOf({ message, heat }: Finding): string {
  return heat === undefined ? message : `${message} (${heat.text})`;
}

/** The same for people, with what became of the severity. */
export function heatText({ severity, heat }: Finding): string {
  if (heat === undefined) return '';
  if (heat.before === null) return heat.text;
  return `${heat.text}: ${severity === 'warning' ? 'raised' : 'lowered'} from ${heat.before}`;
}
