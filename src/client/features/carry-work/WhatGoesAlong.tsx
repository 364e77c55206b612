import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import { FILE_CHOICES, type BundleSize, type FileChoice } from '#client/storage/bundle/bundleOrder.ts';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';

type WhatGoesAlongProps = { readonly size: BundleSize | undefined; readonly choice: FileChoice; readonly onChoose: (choice: FileChoice) => void };

/** How many records, and which pictures; every size is said before the file is made. */
export function WhatGoesAlong({ size, choice, onChoose }: WhatGoesAlongProps) {
  const { t } = useTranslation('carry');
  const format = useFormat();
  if (!size) return <Card title={t('what.title')}><LoadingLines label={t('what.looking')} /></Card>;
  const onlyHere = size.onlyHere === 0 ? t('what.allOnServer') : t('what.onlyHere', { count: size.onlyHere, formatted: format.number(size.onlyHere) });
  const second = (option: FileChoice): string => {
    const { count, sizeBytes } = size.files[option];
    return option === 'none' ? t('files.noneText') : t('files.amount', { count, formatted: format.number(count), size: format.bytes(sizeBytes) });
  };
  return (
    <Card title={t('what.title')}>
      <p>{[t('what.records', { count: size.ops, formatted: format.number(size.ops) }), onlyHere].join(' · ')}</p>
      {size.files.all.count === 0 ? null : (
        <RadioCards
          label={t('files.label')} value={choice} onChange={onChoose}
          options={FILE_CHOICES.toReversed().filter((option) => option !== 'only-here' || isItsOwn(size)).map((option) => ({ value: option, label: t(`files.${option}`), second: second(option) }))}
        />
      )}
    </Card>
  );
}

/** The middle choice only where it is neither all of them nor none. */
const isItsOwn = ({ files }: BundleSize): boolean => files['only-here'].count > 0 && files['only-here'].count < files.all.count;
