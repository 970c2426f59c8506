/** Profiles from the disk, unpacked and read; what cannot be read ends in one sentence. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Profile, ProfileError } from '../../profiles/profile.ts';
import { readProfile } from '../../profiles/read.ts';
import { absolutePath } from '../paths.ts';

export { ProfileError } from '../../profiles/profile.ts';

export interface NamedProfile {
  /** For people: `orders.cpuprofile`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly profile: Profile;
}

/** In bytes, unpacked. The text of a profile becomes one string. */
const LARGEST = 500_000_000;

/** Throws a `ProfileError` whose message is a whole sentence. */
export function readProfileFile(path: string, cwd: string): NamedProfile {
  const absolute = absolutePath(path, cwd);
  try {
    return { name: basename(absolute), path: absolute, profile: readProfile(bytesOf(absolute)) };
  } catch (error) {
    if (error instanceof ProfileError) throw new ProfileError(`the profile \`${path}\` ${error.message}.`);
    throw error;
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    const found = statSync(path);
    if (found.size > LARGEST) throw new ProfileError('is larger than 500 MB');
    if (!found.isFile() && !found.isDirectory()) throw new ProfileError('is no file that can be read');
    const bytes = readFileSync(path);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes;
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    throw new ProfileError(reasonOf((error as NodeJS.ErrnoException).code));
  }
}

function reasonOf(code: string | undefined): string {
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'is larger than 500 MB';
  // Node speaks of zlib's inner affairs.
  return code?.startsWith('Z_') ? 'is packed with gzip, and is cut off or damaged' : `cannot be read (${code ?? 'unknown reason'})`;
}
