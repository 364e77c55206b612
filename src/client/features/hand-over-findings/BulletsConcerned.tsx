import { useTranslation } from 'react-i18next';
import { standardById } from '#core/manual/manualIndex.ts';
import { walkBullets } from '#core/manual/standardItems.ts';
import { ManualText } from '#client/parts/ManualText.tsx';
import { usePreferences } from '#client/storage/preferences.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { type DraftEditProps, useDraftEdit } from './useDraftEdit.ts';

/** Which bullets of the standard the finding is about. */
export function BulletsConcerned(props: DraftEditProps) {
  const { t } = useTranslation('finding');
  const { world, draft } = props;
  const language = usePreferences((preferences) => preferences.manualLanguage);
  const { set, errorText } = useDraftEdit(props);
  const standard = world.manual.kind === 'ready' ? standardById(world.manual.index, draft.standard) : undefined;
  if (world.manual.kind === 'not-here') return <Card title={t('bullets')}><p>{t('manualNotHere')}</p></Card>;
  if (!standard || standard.bullets.length === 0) return null;
  return (
    <Card title={t('bullets')}>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <div>
        {walkBullets(standard).map(({ bullet }) => (
          <CheckRow
            key={bullet.id}
            label={<><strong>{bullet.label}</strong> <ManualText text={bullet.text} language={language} /></>}
            checked={draft.bullets.includes(bullet.id)}
            onChange={(checked) => set({ [`bullet.${bullet.id}`]: checked })}
          />
        ))}
      </div>
    </Card>
  );
}
