import { isOfAgency } from '#core/people/role.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ManagerHome } from './ManagerHome.tsx';
import { TeamHome } from './TeamHome.tsx';

/** Where one lands: a team's visits, or the agency's gaps. */
export function HomeScreen() {
  const { role } = useWorkspace().me.person;
  return isOfAgency(role) ? <ManagerHome /> : <TeamHome />;
}
