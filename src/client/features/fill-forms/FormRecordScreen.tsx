import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { TwoPane } from '#client/ui/frame/TwoPane.tsx';
import { FormList } from './FormList.tsx';
import { FormRecordPage } from './FormRecordPage.tsx';

type FormRecordScreenProps = {
  readonly visitId: string;
  /** `new` begins one of `formId`. */
  readonly recordId: string;
  readonly formId?: string | undefined;
};

/** One checklist or questionnaire beside the list. */
export function FormRecordScreen({ visitId, recordId, formId }: FormRecordScreenProps) {
  const { t } = useTranslation('forms');
  const id = useRealId(visitId, recordId);
  return (
    <VisitFrame visitId={visitId} active="forms" back={{ label: t('back'), href: `/visits/${visitId}/forms` }}>
      {(world) => (
        <TwoPane
          list={<FormList world={world} currentId={id} />}
          listLabel={t('list.title')}
          listWidth={380}
          detailOpen
          detail={<FormRecordPage key={id} world={world} recordId={id} newFormId={formId} />}
        />
      )}
    </VisitFrame>
  );
}

/** `new` gets its id at once, and the address with it: a page that is killed comes back to the same record. */
function useRealId(visitId: string, recordId: string): string {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [freshId, setFreshId] = useState(workspace.newId);
  const isNew = recordId === 'new';
  useEffect(() => {
    if (isNew) void navigate({ to: '/visits/$visitId/forms/$recordId', params: { visitId, recordId: freshId }, search: true, replace: true });
  }, [isNew, freshId, visitId, navigate]);
  useEffect(() => {
    if (!isNew) setFreshId(workspace.newId());
  }, [isNew, workspace]);
  return isNew ? freshId : recordId;
}
