/** What is kept in the memory of a process: how often somebody has asked, for which those who run several name a store, and answers of functions. */
import { type Family, on } from '../../words.ts';

export const keptHere: Family = {
  rows: [
    ...on('py:flask_limiter', 'Limiter', {
      keepsHere: { what: 'counts', unless: ['storage_uri', 'storage_options'], position: null, setting: 'RATELIMIT_STORAGE_UR[IL]' },
    }),
    ...on('py:slowapi', 'Limiter', { keepsHere: { what: 'counts', unless: ['storage_uri', 'storage_options'], position: null } }),
    ...on('py:functools', 'cache', { keepsAnswers: {} }),
    ...on('py:functools', 'lru_cache', { keepsAnswers: { unlimited: 'None' } }),
    // A function of a cloud ends with its own time, and serves one at a time.
    ...on('py:mangum', 'Mangum', { endsRequests: 'platform' }),
    ...on('py:uvicorn', 'run', { copies: { option: 'workers' } }),
  ],
};
