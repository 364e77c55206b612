import type { Page } from 'playwright-core';
import type { ScopeId } from '#core/op/scope.ts';

/** Which of these files the server gives whole, asked by the person who has this page open. */
export async function filesOnServer(page: Page, scope: ScopeId, names: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async ([of, asked]) => {
    const whole: string[] = [];
    for (const sha256 of asked) {
      const answer = await fetch(`/api/files/${encodeURIComponent(of)}/${sha256}/content`);
      if (!answer.ok) continue;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
      if ([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha256) whole.push(sha256);
    }
    return whole;
  }, [scope, names] as const);
}
