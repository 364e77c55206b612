import { VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconList } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import { useVisitOverview } from '#client/parts/useVisitOverview.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { StandardsLayout } from '#client/ui/frame/StandardsLayout.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { IconButton } from '#client/ui/parts/IconButton.tsx';
import { EvidenceColumn } from './EvidenceColumn.tsx';
import { EvidenceLights } from './EvidenceLights.tsx';
import { NothingOpen } from './NothingOpen.tsx';
import { RatingDock } from './RatingDock.tsx';
import { StandardDetail } from './StandardDetail.tsx';
import { StandardList } from './StandardList.tsx';
import { useActs } from './useActs.ts';
import type { PointedItem } from './StandardItemRows.tsx';
import styles from './StandardsDesk.module.css';

type StandardsDeskProps = { readonly world: VisitWorld; readonly index: ManualIndex; readonly standardId: string | undefined };
type Sheet = 'none' | 'list' | 'evidence';

/** List, text, evidence and dock around one standard. */
export function StandardsDesk({ world, index, standardId }: StandardsDeskProps) {
  const { t } = useTranslation(['rating', 'common']);
  const rows = useVisitOverview(world, index);
  const acts = useActs();
  const at = rows.findIndex((row) => row.place.standard.id === standardId);
  const row = rows[at];
  // What was opened at one standard is closed at the next; without a standard the list is what there is to see.
  const [sheet, setSheet] = useState<{ readonly at: string | undefined; readonly open: Sheet }>();
  const open = sheet && sheet.at === standardId ? sheet.open : row ? 'none' : 'list';
  const show = useCallback((next: Sheet) => setSheet({ at: standardId, open: next }), [standardId]);
  const close = useCallback(() => show('none'), [show]);
  const [pointed, setPointed] = useState<PointedItem>();
  const neighbour = (step: 1 | -1): string | undefined => {
    const other = rows[at + step]?.place.standard;
    return at >= 0 && other ? standardHref(world.visitId, other.id) : undefined;
  };

  return (
    <>
      {row ? null : <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>}
      <StandardsLayout
        open={open}
        textKey={standardId}
        onClose={close}
        listLabel={t('list.label')}
        evidenceLabel={t('evidence.label')}
        closeLabel={t('common:close')}
        list={<StandardList visitId={world.visitId} index={index} rows={rows} currentId={standardId} drawn={open === 'list'} />}
        bar={
          <>
            <ActionButton icon={<IconList stroke={2} />} onPress={() => show('list')}>{t('list.open')}</ActionButton>
            <span className={styles.place}>{row ? t('list.place', { number: at + 1, total: rows.length }) : ''}</span>
            <Step href={neighbour(-1)} label={t('list.previous')} icon={<IconChevronLeft stroke={2} />} />
            <Step href={neighbour(1)} label={t('list.following')} icon={<IconChevronRight stroke={2} />} />
          </>
        }
        text={row
          ? <StandardDetail key={row.place.standard.id} world={world} index={index} row={row} acts={acts} pointed={pointed} />
          : <NothingOpen visitId={world.visitId} rows={rows} missing={standardId !== undefined} />}
        evidence={row ? <EvidenceColumn world={world} row={row} /> : null}
        lights={row ? <EvidenceLights row={row} onOpen={() => show('evidence')} /> : null}
        dock={row ? <RatingDock key={row.place.standard.id} world={world} rows={rows} row={row} acts={acts} onPoint={setPointed} /> : null}
      />
    </>
  );
}

function Step({ href, label, icon }: { readonly href: string | undefined; readonly label: string; readonly icon: ReactNode }) {
  return href === undefined ? <IconButton label={label} icon={icon} disabled /> : <IconButton label={label} icon={icon} href={href} />;
}
