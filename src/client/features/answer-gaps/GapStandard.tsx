import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standard } from '#core/manual/edition.ts';
import { StandardText } from '#client/parts/StandardText.tsx';
import { usePreferences } from '#client/storage/preferences.ts';
import type { OpenManual } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';

type GapStandardProps = { readonly manual: OpenManual; readonly standard: Standard | undefined; readonly bullets: readonly string[] };

/** The standard itself, opened on demand; the phone holds the chapters of its own gaps only. */
export function GapStandard({ manual, standard, bullets }: GapStandardProps) {
  const { t } = useTranslation('gaps');
  const language = usePreferences((preferences) => preferences.manualLanguage);
  const [open, setOpen] = useState(false);
  if (manual.kind === 'opening') return <Card><LoadingLines label={t('standard.opening')} lines={1} /></Card>;
  if (!standard) return <Card look="dashed"><p>{t('standard.notHere')}</p></Card>;
  return (
    <Card>
      <ActionButton
        full
        expanded={open}
        onPress={() => setOpen(!open)}
        iconAfter={open ? <IconChevronUp stroke={2} aria-hidden="true" /> : <IconChevronDown stroke={2} aria-hidden="true" />}
      >
        {t('standard.read', { number: standard.number })}
      </ActionButton>
      {open ? <StandardText standard={standard} language={language} marked={bullets} /> : null}
    </Card>
  );
}
