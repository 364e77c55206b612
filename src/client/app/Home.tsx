import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { AdminHome, HomeScreen, TotalsScreen } from './screens.ts';

/** Where one lands: an administrator at what they look after, an observer at the sums, everybody else at their visits or gaps. */
export function Home() {
  switch (useWorkspace().me.person.role) {
    case 'admin': return <AdminHome />;
    case 'observer': return <TotalsScreen />;
    case 'regional_manager':
    case 'team_leader':
    case 'technical_advisor':
    case 'accreditation_manager':
    case 'agency_reader': return <HomeScreen />;
  }
}
