import type { Result } from '#core/result.ts';
import { liveEvents, type LiveEvent } from './liveEvents.ts';
import { requestEvents, type ApiFailure } from './request.ts';

/** Opens the stream of one person's news. Resolves when it is over, with the reason where it could not be opened or broke. */
export type OpenLive = (hear: (event: LiveEvent) => void, signal: AbortSignal) => Promise<Result<void, ApiFailure>>;

/** The server says something every 20 s: twice missed, and it, or the way to it, is gone. */
const SILENCE_MS = 45_000;

export const openLiveOf = (person: string, device: string): OpenLive => (hear, signal) =>
  requestEvents('/api/live', { person, device, stillMs: SILENCE_MS, signal, onText: liveEvents(hear) });
