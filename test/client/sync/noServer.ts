import { err, ok } from '#core/result.ts';
import type { Api } from '#client/sync/api.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import type { OpenLive } from '#client/sync/openLive.ts';

const gone: { ok: false; error: ApiFailure } = err({ type: 'unreachable' });
const none = async () => gone;

/** Knows the device, and answers nothing else. */
export const NO_SERVER: Api = {
  authParams: none, signIn: none, signOut: none, me: none, registerDevice: async () => ok({ letter: '' }), visitKeys: async () => ok([]), forms: none, addForm: none, sync: none, editionHead: none, chapter: none,
  filesStatus: none, putChunk: none, fileContent: none,
};

export const NO_LIVE: OpenLive = none;
