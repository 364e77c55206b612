import { create } from 'zustand';
import type { InterviewOrder } from '#core/visit/arrangeInterviews.ts';

/** How the list is looked at: stays while the person goes from one interview to the next. */
type InterviewListView = {
  readonly words: string;
  readonly order: InterviewOrder;
  readonly mineOnly: boolean;
  readonly set: (part: Partial<Pick<InterviewListView, 'words' | 'order' | 'mineOnly'>>) => void;
};

export const useInterviewListView = create<InterviewListView>((set) => ({ words: '', order: 'code', mineOnly: false, set }));
