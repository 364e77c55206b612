import { isOfAgency } from '#core/people/role.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ManagerHome } from './ManagerHome.tsx';
import { PortfolioHome } from './PortfolioHome.tsx';
import { TeamHome } from './TeamHome.tsx';

/** Where one lands: a team's visits, a region's agencies, or the agency's gaps. */
export function HomeScreen() {
  const { role } = useWorkspace().me.person;
  if (role === 'regional_manager') return <PortfolioHome />;
  return isOfAgency(role) ? <ManagerHome /> : <TeamHome />;
}
