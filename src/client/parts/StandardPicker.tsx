import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standard } from '#core/manual/edition.ts';
import { standardById } from '#core/manual/manualIndex.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import type { OpenManual } from '#client/storage/WorkspaceContext.ts';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { IconButton } from '#client/ui/parts/IconButton.tsx';
import { Press } from '#client/ui/Press.tsx';
import { ManualText } from './ManualText.tsx';
import styles from './StandardPicker.module.css';
import { useStandardSearch } from './useStandardSearch.ts';

type StandardPickerProps = {
  readonly manual: OpenManual;
  /** Ids of the standards that the record is tied to. */
  readonly chosen: readonly string[];
  /** Offered before anything is searched: those that name the area. */
  readonly suggested?: readonly Standard[];
  readonly onChange: (standardId: string, tied: boolean) => void;
};

/** More are found by a longer query. */
const MOST_SHOWN = 12;
const NONE: readonly Standard[] = [];

/** Ties a record to standards: by number, by words, or from what the area suggests. */
export function StandardPicker({ manual, chosen, suggested = NONE, onChange }: StandardPickerProps) {
  const { t } = useTranslation('capture');
  const [query, setQuery] = useState('');
  const index = manual.kind === 'ready' ? manual.index : undefined;
  const isFree = (standard: Standard): boolean => !chosen.includes(standard.id) && !standard.reserved;
  const found = useStandardSearch(index, query).found?.filter(isFree);
  const offered = found ?? suggested.filter(isFree);
  const tie = (standard: Standard): void => {
    setQuery('');
    onChange(standard.id, true);
  };

  return (
    <div role="group" aria-label={t('standards.label')} className={styles.picker}>
      <span className={styles.label}>{t('standards.label')}</span>
      {chosen.length === 0 ? <p className={styles.hint}>{t('standards.none')}</p> : (
        <ul className={styles.list}>
          {chosen.map((id) => <Chosen key={id} id={id} standard={index && standardById(index, id)} onRemove={() => onChange(id, false)} />)}
        </ul>
      )}
      {index ? <TextField type="search" label={t('standards.search')} icon={<IconSearch stroke={2} />} value={query} onChange={setQuery} /> : null}
      {manual.kind === 'not-here' ? <p className={styles.hint}>{t('standards.noManual')}</p> : null}
      <p role="status" className={styles.hint}>{found ? t('standards.found', { count: found.length }) : offered.length > 0 ? t('standards.suggested') : null}</p>
      {offered.length === 0 ? null : (
        <ul className={styles.list}>
          {offered.slice(0, MOST_SHOWN).map((standard) => <li key={standard.id}><Offered standard={standard} onPress={() => tie(standard)} /></li>)}
        </ul>
      )}
      {offered.length > MOST_SHOWN ? <p className={styles.hint}>{t('standards.more', { count: offered.length - MOST_SHOWN })}</p> : null}
    </div>
  );
}

function Chosen({ id, standard, onRemove }: { readonly id: string; readonly standard: Standard | undefined; readonly onRemove: () => void }) {
  const { t } = useTranslation('capture');
  const language = usePreferences((preferences) => preferences.manualLanguage);
  const number = standard?.number ?? id;
  return (
    <li className={styles.chosen}>
      <span className={styles.words}>
        <strong className={styles.number}>{number}</strong>
        {standard ? <ManualText text={standard.title} language={language} stacked /> : null}
      </span>
      <IconButton bare label={t('standards.remove', { number })} icon={<IconX stroke={2} aria-hidden="true" />} onPress={onRemove} />
    </li>
  );
}

function Offered({ standard, onPress }: { readonly standard: Standard; readonly onPress: () => void }) {
  const language = usePreferences((preferences) => preferences.manualLanguage);
  return (
    <Press className={styles.offered} onPress={onPress}>
      <IconPlus size="1.25rem" stroke={2.4} aria-hidden="true" />
      <span className={styles.words}>
        <strong className={styles.number}>{standard.number}</strong>
        <ManualText text={standard.title} language={language} stacked />
      </span>
    </Press>
  );
}
