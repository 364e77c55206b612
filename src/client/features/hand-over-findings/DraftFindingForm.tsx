import { BulletsConcerned } from './BulletsConcerned.tsx';
import { DeleteFinding } from './DeleteFinding.tsx';
import styles from './DraftFindingForm.module.css';
import { FindingConflicts } from './FindingConflicts.tsx';
import { FindingEvidence } from './FindingEvidence.tsx';
import { KindAndReasons } from './KindAndReasons.tsx';
import { PriorityAndDate } from './PriorityAndDate.tsx';
import { PhotosToShare } from './PhotosToShare.tsx';
import { StepToHandOver } from './StepToHandOver.tsx';
import type { DraftEditProps } from './useDraftEdit.ts';
import { WrittenWords } from './WrittenWords.tsx';

/** The draft of a finding: saves itself, asks for nothing until it is handed over. */
export function DraftFindingForm({ world, draft, handedOver }: DraftEditProps & { readonly handedOver: boolean }) {
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <FindingConflicts world={world} draft={draft} />
        <KindAndReasons world={world} draft={draft} />
        <BulletsConcerned world={world} draft={draft} />
        <WrittenWords world={world} draft={draft} />
        <PriorityAndDate world={world} draft={draft} />
        <PhotosToShare world={world} draft={draft} />
        <StepToHandOver world={world} draft={draft} />
        {handedOver ? null : <div><DeleteFinding world={world} draft={draft} /></div>}
      </div>
      <div className={styles.side}>
        <FindingEvidence world={world} draft={draft} />
      </div>
    </div>
  );
}
