import { useTranslation } from 'react-i18next';
import { standardById } from '#core/manual/manualIndex.ts';
import type { Interview } from '#core/visit/interview.ts';
import { Author } from '#client/parts/Author.tsx';
import { ManualText } from '#client/parts/ManualText.tsx';
import { MergedText } from '#client/parts/MergedText.tsx';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { RecordTimes } from '#client/parts/RecordTimes.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import { LightMark } from '#client/ui/marks/LightMark.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './InterviewPage.module.css';

/** A colleague's interview: to read, without what could identify the person. */
export function InterviewReading({ world, interview }: { readonly world: VisitWorld; readonly interview: Interview }) {
  const { t } = useTranslation(['interview', 'vocabulary']);
  const manualLanguage = usePreferences((preferences) => preferences.manualLanguage);
  const timeZone = world.agencyCard.timeZone;
  const text = { scope: world.visitScope, entity: 'interview', entityId: interview.id, field: 'text' };
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  return (
    <>
      <Card title={t('form.note')} side={<OtherLanguageTag language={interview.text.text === '' ? undefined : interview.language} />}>
        {interview.text.conflict ? <MergedText target={text} label={t('form.note')} timeZone={timeZone} team={world.card.team} canSettle={false} /> : null}
        {interview.text.text === '' ? <p className={styles.quiet}>{t('reading.noText')}</p> : null}
        {interview.text.text !== '' && !interview.text.conflict ? <p className={styles.text} lang={interview.language}>{interview.text.text}</p> : null}
        <div className={styles.line}>
          <LightMark letter={t('vocabulary:laneLetter.interview')} value={interview.outcome ?? 'none'} size={24} />
          {interview.outcome ? t(`vocabulary:light.${interview.outcome}`) : t('reading.noOutcome')}
        </div>
      </Card>
      {interview.standards.length === 0 ? null : (
        <Card title={t('reading.standards')}>
          <ul className={styles.standards}>
            {interview.standards.map((id) => {
              const standard = index && standardById(index, id);
              return (
                <li key={id} className={styles.line}>
                  <strong>{standard?.number ?? id}</strong>
                  {standard ? <ManualText text={standard.title} language={manualLanguage} stacked /> : null}
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      <Card>
        <RecordTimes observedAt={interview.observedAt} recordedAt={interview.facts.recordedAt} timeZone={timeZone} />
        <Author userId={interview.author} at={interview.facts.recordedAt} timeZone={timeZone} place={Math.max(0, world.card.team.indexOf(interview.author))} />
      </Card>
    </>
  );
}
