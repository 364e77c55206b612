import { err, type Result } from '#core/result.ts';
import type { Api } from './api.ts';
import type { ApiFailure } from './request.ts';

/**
 * The same calls until `stop`; from then on every one, also one that is under way, ends at once as if there were no network.
 * So a round breaks off when the person locks, and nothing that arrives later is written under keys that should be gone.
 */
export function stoppable(api: Api): { readonly api: Api; readonly stop: () => void } {
  const gone: { readonly ok: false; readonly error: ApiFailure } = err({ type: 'unreachable' });
  let stopped = false;
  let end: () => void = () => undefined;
  const ended = new Promise<typeof gone>((resolve) => {
    end = () => resolve(gone);
  });
  const until = <A extends readonly unknown[], T>(call: (...args: A) => Promise<Result<T, ApiFailure>>) =>
    async (...args: A): Promise<Result<T, ApiFailure>> => (stopped ? gone : Promise.race([call(...args), ended]));
  return {
    api: {
      authParams: until(api.authParams), signIn: until(api.signIn), signOut: until(api.signOut), me: until(api.me),
      registerDevice: until(api.registerDevice), visitKeys: until(api.visitKeys), forms: until(api.forms), addForm: until(api.addForm), sync: until(api.sync), editionHead: until(api.editionHead), chapter: until(api.chapter),
      filesStatus: until(api.filesStatus), putChunk: until(api.putChunk), fileContent: until(api.fileContent),
    },
    stop: () => {
      stopped = true;
      end();
    },
  };
}
