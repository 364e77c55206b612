import { createContext, type ReactNode } from 'react';

/** What the frame keeps above the bottom edge (the recording), and how a dock takes it over, so that it stands above the dock's keys. */
export type FrameFoot = {
  readonly content: ReactNode;
  /** Called by a dock when it appears; gives back what to call when it goes. */
  readonly claim: () => () => void;
};

export const FrameFootContext = createContext<FrameFoot | null>(null);
