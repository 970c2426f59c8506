/** Whether a name is given what a call yields, as far as the text tells: it ends shortly before the call begins. */
import type { Call, Span } from './file.ts';

/** The text between the two: ` = await new `, and an annotation. */
const GAP = 24;

/** Have: status = await statusOf(id), this.client = createClient() */
export function isGivenTo({ start, end }: Span, { span }: Call): boolean {
  return start < end && end <= span.start && span.start - end <= GAP;
}
