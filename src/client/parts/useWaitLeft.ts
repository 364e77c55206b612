import { useEffect, useState } from 'react';

/** Whole seconds until then, counted down; 0 when it is over or there is nothing to wait for. */
export function useWaitLeft(untilMs: number | undefined): number {
  const [nowMs, setNowMs] = useState(Date.now);
  const left = untilMs === undefined ? 0 : Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  const waiting = left > 0;
  useEffect(() => {
    setNowMs(Date.now());
    if (!waiting) return undefined;
    const timer = window.setInterval(() => setNowMs(Date.now()), 1_000);
    return () => window.clearInterval(timer);
  }, [untilMs, waiting]);
  return left;
}
