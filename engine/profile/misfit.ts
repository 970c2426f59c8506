/** Says when a profile and the code do not belong together, or when it is too short to tell anything: silence would look like agreement. */
import type { Profile } from '../../profiles/profile.ts';
import { pathOfFrame } from './frame-paths.ts';
import type { Placing } from './placing.ts';

export function misfit(name: string, profile: Profile, { counts }: Placing, isTelling: boolean): string | null {
  const { agree, moved, missing } = counts;
  if (!isTelling) {
    const amount = profile.unit === 'seconds' ? `${Math.round(profile.total * 1000)} ms` : `${Math.round(profile.total)} samples`;
    return `The profile \`${name}\` holds only ${amount} of running code, which is too little to tell anything. Let it run longer.`;
  }
  if (agree + moved + missing === 0) return `The profile \`${name}\` says nothing about the code that was checked. ${whatElse(profile)}`;
  if (moved + missing > agree) {
    const all = agree + moved + missing;
    return `The profile \`${name}\` and the code differ: of ${all} functions in these files, ${moved} ${moved === 1 ? 'stands' : 'stand'} elsewhere now and ${missing} ${missing === 1 ? 'is' : 'are'} not there. Where names were not enough, nothing was concluded; a new profile of this code will tell more.`;
  }
  return null;
}

/** Which files it is about instead, those with the most functions first. */
function whatElse({ frames }: Profile): string {
  const counts = new Map<string, number>();
  for (const { file } of frames) if (pathOfFrame(file) !== null) counts.set(file, (counts.get(file) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return 'It names no files outside of libraries.';
  const [file] = most;
  const generated = /\.[cm]?js$|^https?:/.test(file) ? ' If that is generated code, its source map must be in it or beside it.' : '';
  return `It is mostly about \`${file}\`, and no such file is among those that were checked.${generated}`;
}
