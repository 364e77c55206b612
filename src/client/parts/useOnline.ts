import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#core/result.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { onlineFailure, type OnlineFailure } from './onlineFailure.ts';

export type Online<T> = {
  /** The last answer; stays while it is asked again, and when that fails. */
  readonly value: T | undefined;
  readonly failure: OnlineFailure | undefined;
  readonly reload: () => Promise<void>;
};

/** What only the server knows, asked when the screen opens. `ask` must stay the same function. */
export function useOnline<T>(ask: () => Promise<Result<T, ApiFailure>>): Online<T> {
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<OnlineFailure>();
  const reload = useCallback(async (): Promise<void> => {
    const answer = await ask();
    setFailure(answer.ok ? undefined : onlineFailure(answer.error));
    if (answer.ok) setValue(answer.value);
  }, [ask]);
  useEffect(() => void reload(), [reload]);
  return { value, failure, reload };
}

export type OnlineAct = {
  readonly busy: boolean;
  readonly failure: OnlineFailure | undefined;
  /** Whether it was done. What was typed stays where it is. */
  readonly run: (act: () => Promise<Result<void, ApiFailure>>) => Promise<boolean>;
};

/** One act on the server at a time, and why the last one did not come about. */
export function useOnlineAct(): OnlineAct {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<OnlineFailure>();
  const run = useCallback(async (act: () => Promise<Result<void, ApiFailure>>): Promise<boolean> => {
    setBusy(true);
    const done = await act();
    setBusy(false);
    setFailure(done.ok ? undefined : onlineFailure(done.error));
    return done.ok;
  }, []);
  return { busy, failure, run };
}
