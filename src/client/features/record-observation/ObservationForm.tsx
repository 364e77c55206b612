import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standardsOfArea } from '#core/manual/standardsOfArea.ts';
import { entityOf, isDeleted } from '#core/op/scopeState.ts';
import { readObservation } from '#core/visit/observation.ts';
import { BroughtPills } from '#client/parts/BroughtPills.tsx';
import { beginRecord } from '#client/parts/beginRecord.ts';
import { DeleteRecordButton } from '#client/parts/DeleteRecordButton.tsx';
import { NoteLanguage } from '#client/parts/NoteLanguage.tsx';
import { ObservedAtField } from '#client/parts/ObservedAtField.tsx';
import { RecordSaved } from '#client/parts/RecordSaved.tsx';
import { StandardPicker } from '#client/parts/StandardPicker.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useRecordWriter } from '#client/parts/useRecordWriter.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { AreaField } from './AreaField.tsx';
import { DeletedObservation } from './DeletedObservation.tsx';
import { ObservationConflicts } from './ObservationConflicts.tsx';
import { ObservationFacts } from './ObservationFacts.tsx';
import { ObservationNote } from './ObservationNote.tsx';
import { ObservationPhotos } from './ObservationPhotos.tsx';
import { ObservationSays } from './ObservationSays.tsx';

type ObservationFormProps = { readonly world: VisitWorld; readonly observationId: string; readonly standardId: string | undefined; readonly area: string | undefined };

/** An observation, new or known: nothing is required, everything saves itself, and the first thing touched begins the record. */
export function ObservationForm({ world, observationId, standardId, area: givenArea = '' }: ObservationFormProps) {
  const { t } = useTranslation('observation');
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const screenLanguage = useInterfaceLanguage();
  const [openedAt] = useState(() => new Date(workspace.nowMs()).toISOString());
  const [newLanguage, setNewLanguage] = useState(screenLanguage);
  const target = { scope: world.visitScope, entity: 'observation', entityId: observationId };
  const entity = entityOf(world.visit, target.entity, observationId);
  const writer = useRecordWriter(target, () => ({
    ...beginRecord(workspace, 'O', newLanguage),
    ...(standardId === undefined ? {} : { [`standard.${standardId}`]: true }),
    ...(givenArea === '' ? {} : { area: givenArea }),
  }));
  const save = (set: Parameters<typeof writer.write>[0]): void => void writer.write(set);

  if (entity && isDeleted(entity)) return <DeletedObservation observation={readObservation(entity)} writer={writer} />;
  const observation = entity && readObservation(entity);
  const language = observation?.language ?? newLanguage;
  const area = observation?.area ?? givenArea;
  const chosen = observation?.standards ?? (standardId === undefined ? [] : [standardId]);
  const timeZone = world.agencyCard.timeZone;

  return (
    <PageColumn width="narrow">
      <PageHeader title={observation?.code || t('form.new')} under={<><RecordSaved writer={writer} />{observation ? <BroughtPills opIds={observation.facts.opIds} /> : null}</>} />
      {observation ? <ObservationConflicts world={world} observation={observation} entity={entity} onChoose={save} /> : null}
      <Card title={t('form.seen')}>
        <AreaField manual={world.manual} value={area} target={{ ...target, field: 'area' }} whenNew={writer.whenNew} onChange={(value) => save({ area: value })} />
        <NoteLanguage
          value={language}
          onChange={(chosenLanguage) => {
            setNewLanguage(chosenLanguage);
            if (observation) save({ textLang: chosenLanguage });
          }}
        />
        <ObservationNote world={world} target={{ ...target, field: 'text' }} language={language} whenNew={writer.whenNew} />
      </Card>
      <Card><ObservationSays outcome={observation?.outcome} barrier={observation?.barrier} onChange={save} /></Card>
      <Card title={t('form.photos')}><ObservationPhotos world={world} observationId={observationId} code={observation?.code ?? ''} whenNew={writer.whenNew} /></Card>
      <Card>
        <StandardPicker
          manual={world.manual}
          chosen={chosen}
          suggested={world.manual.kind === 'ready' && area !== '' ? standardsOfArea(world.manual.index, area) : []}
          onChange={(id, tied) => save({ [`standard.${id}`]: tied })}
        />
      </Card>
      <Card>
        <ObservedAtField value={observation?.observedAt ?? openedAt} timeZone={timeZone} onSave={(observedAt) => save({ observedAt })} />
        {observation ? <ObservationFacts observation={observation} timeZone={timeZone} team={world.card.team} /> : null}
      </Card>
      {observation ? (
        <DeleteRecordButton
          target={target}
          label={t('delete')}
          doneText={t('deleted.toast', { code: observation.code })}
          onDeleted={() => void navigate({ to: '/visits/$visitId/observations', params: { visitId: world.visitId } })}
        />
      ) : null}
    </PageColumn>
  );
}
