import type { Workspace } from '#client/storage/workspace.ts';

/** The same workspace, and since when a camera or a file picker is open: the idle lock waits for it. */
export function watchPickers(workspace: Workspace): { readonly workspace: Workspace; readonly pickerOpenSinceMs: () => number | undefined } {
  let sinceMs: number | undefined;
  const watched: Workspace = {
    ...workspace,
    get me() {
      return workspace.me;
    },
    get deviceLetter() {
      return workspace.deviceLetter;
    },
    leaveResumeTicket: async () => {
      sinceMs = workspace.nowMs();
      await workspace.leaveResumeTicket();
    },
    takeBackResumeTicket: async () => {
      sinceMs = undefined;
      await workspace.takeBackResumeTicket();
    },
  };
  return { workspace: watched, pickerOpenSinceMs: () => sinceMs };
}
