import type { RegimeId } from './types';

// A record, so that the compiler asks for every id.
const all: Readonly<Record<RegimeId, true>> = {
  general: true,
  gdpr: true,
  'uk-gdpr': true,
  ccpa: true,
  caloppa: true,
  coppa: true,
  'us-states': true,
  lgpd: true,
  pipeda: true,
  'quebec-law25': true,
  'australia-app': true,
  'apple-app-store': true,
  'google-play': true,
};

export const regimeIds = Object.keys(all) as readonly RegimeId[];

export function isRegimeId(id: string): id is RegimeId {
  return Object.hasOwn(all, id);
}
