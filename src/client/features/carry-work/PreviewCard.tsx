import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import type { ImportPreview } from '#client/storage/bundle/bundleOrder.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './carry.module.css';

/** Whose file it is, when it was made, and what of it is new; before anything is merged. */
export function PreviewCard({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation(['carry', 'copy', 'safety', 'common']);
  const format = useFormat();
  const { manifest, freshOps, freshFiles, kinds, people, unproved, clashing } = preview;
  const isNothing = freshOps === 0 && freshFiles.count === 0;
  return (
    <Card title={t(manifest.purpose === 'back-up' ? 'preview.backUpOf' : 'preview.from', { name: manifest.madeBy.name })} side={t('preview.madeAt', { when: format.dateTime(manifest.madeAt) })}>
      {isNothing ? <p role="status">{t('preview.nothing')}</p> : (
        <div role="status">
          {freshOps === 0 ? null : <p><strong>{t('preview.fresh', { count: freshOps, formatted: format.number(freshOps) })}</strong> {t('preview.ofAll', { formatted: format.number(preview.ops) })}</p>}
          {freshFiles.count === 0 ? null : <p>{t('preview.photos', { count: freshFiles.count, formatted: format.number(freshFiles.count), size: format.bytes(freshFiles.sizeBytes) })}</p>}
        </div>
      )}
      {unproved === 0 ? null : <Banner tone="warn" boxed>{t('preview.unproved', { count: unproved, formatted: format.number(unproved) })}</Banner>}
      {clashing === 0 ? null : <Banner tone="warn" boxed>{t('preview.clashing', { count: clashing, formatted: format.number(clashing) })}</Banner>}
      {preview.hasOthers ? <p>{t('preview.others')}</p> : null}
      {people.length === 0 ? null : (
        <>
          <h3>{t('preview.people')}</h3>
          <ul className={styles.list}>
            {people.map((one) => (
              <li key={one.id} className={styles.row}>
                <span>{one.name || t('common:unknownPerson')} {one.proved ? null : <Pill tone="warn">{t('copy:brought.notProved')}</Pill>}</span>
                <span className={styles.second}>{t('preview.personRecords', { count: one.freshOps, formatted: format.number(one.freshOps) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {kinds.length === 0 ? null : (
        <>
          <h3>{t('preview.kinds')}</h3>
          <ul className={styles.list}>
            {kinds.map(({ entity, records }) => (
              <li key={entity} className={styles.row}>
                <span>{t(`safety:entity.${entity}`, { defaultValue: t('safety:entity.other') })}</span>
                <span className={styles.second}>{format.number(records)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
