/** What keeps notes of users in the memory of its process: how often somebody has asked. Each names a store for those who run several. */
import { type Family, on } from '../../words.ts';

export const keptHere: Family = {
  rows: [
    ...on('py:flask_limiter', 'Limiter', {
      keepsHere: { what: 'counts', unless: ['storage_uri', 'storage_options'], position: null, setting: 'RATELIMIT_STORAGE_UR[IL]' },
    }),
    ...on('py:slowapi', 'Limiter', { keepsHere: { what: 'counts', unless: ['storage_uri', 'storage_options'], position: null } }),
    ...on('py:uvicorn', 'run', { copies: { option: 'workers' } }),
  ],
};
