/** The profiles that the client chose: read once, and used for all that is checked from then on. */
import { basename, dirname } from 'node:path';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { type NamedProfile, ProfileError, readProfileFile } from '../engine/profile/profile-file.ts';
import type { App } from './app.ts';
import type { UseProfilesParams, UseProfilesResult } from './protocol.ts';
import { pathOf } from './uris.ts';

export async function useProfiles(
  { sessions, checks }: Pick<App, 'sessions' | 'checks'>,
  asked: UseProfilesParams | null,
): Promise<UseProfilesResult> {
  const profiles = (asked?.uris ?? []).map(read);
  sessions.useProfiles(profiles);
  checks.worldChanged();
  if (profiles.length === 0) return { profiles: [], notes: [] };
  // What is hot is perhaps called from files that nobody has read yet.
  if (await sessions.index()) checks.worldChanged();
  return { profiles: profiles.map(({ name }) => name), notes: await sessions.profileNotes() };
}

function read(uri: string): NamedProfile {
  const path = pathOf(uri);
  if (path === null) throw new ResponseError(LSPErrorCodes.RequestFailed, `the profile ${uri} is not a file on disk.`);
  try {
    return readProfileFile(basename(path), dirname(path));
  } catch (error) {
    throw error instanceof ProfileError ? new ResponseError(LSPErrorCodes.RequestFailed, error.message) : error;
  }
}
