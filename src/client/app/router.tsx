import { createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { focusOnArrival } from './focusOnArrival.ts';
import { Home } from './Home.tsx';
import { NotFound } from './NotFound.tsx';
import { type Address, fromAddress } from './routeTools.tsx';
import { ScreenCrashed } from './ScreenCrashed.tsx';
import {
  AgenciesScreen, AgencyPeopleScreen, AgencyScreen, AuditScreen, BackUpScreen, ChangePasswordScreen, DevicesScreen, FindingScreen, FindingsScreen,
  FormRecordScreen, FormsScreen, ImportFormScreen,
  GapScreen, GapsScreen, HandOverScreen, InterviewScreen, InterviewsScreen, InvitePeopleScreen, NewAgencyScreen, NewVisitScreen, ObservationScreen,
  ObservationsScreen, OpenFileScreen, PassScreen, PeopleScreen, PersonScreen, PrepareScreen, PurgeScreen, QuarantineScreen, ReceiptScreen, SafetyScreen,
  SettingsScreen, SettleScreen, StandardsScreen, TodayScreen, TotalsScreen, VerifyFinding,
} from './screens.ts';

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: ScreenCrashed });
const at = (path: string, show: Parameters<typeof fromAddress>[0]) => createRoute({ getParentRoute: () => root, path, component: fromAddress(show) });
const visit = ({ id }: Address) => ({ visitId: id('visitId') });
const agency = ({ id }: Address) => ({ agencyId: id('agencyId') });
const tiedTo = ({ search }: Address) => ({ standardId: search('standard') });

/** The table of contents: every address of the app. */
const routes = [
  at('/', () => <Home />),
  at('/sign-in', () => <Navigate to="/" replace />),
  at('/safe', () => <SafetyScreen />),
  at('/back-up', () => <BackUpScreen />),
  at('/open-file', () => <OpenFileScreen />),
  at('/settings', () => <SettingsScreen />),
  at('/settings/password', () => <ChangePasswordScreen />),
  at('/people/invite', () => <InvitePeopleScreen />),

  at('/administer/people', () => <PeopleScreen />),
  at('/administer/people/$userId', ({ id }) => <PersonScreen userId={id('userId')} />),
  at('/administer/devices', () => <DevicesScreen />),
  at('/administer/agencies', () => <AgenciesScreen />),
  at('/administer/agencies/$agencyId', (to) => <AgencyPeopleScreen {...agency(to)} />),
  at('/administer/quarantine', () => <QuarantineScreen />),
  at('/administer/audit', () => <AuditScreen />),
  at('/administer/purge', () => <PurgeScreen />),
  at('/totals', () => <TotalsScreen />),

  at('/agencies/new', () => <NewAgencyScreen />),
  at('/agencies/$agencyId', (to) => <AgencyScreen {...agency(to)} />),
  at('/agencies/$agencyId/visits/new', (to) => <NewVisitScreen {...agency(to)} />),
  at('/agencies/$agencyId/gaps', (to) => <GapsScreen {...agency(to)} />),
  at('/agencies/$agencyId/gaps/$findingId', (to) => <GapScreen {...agency(to)} findingId={to.id('findingId')} />),

  at('/visits/$visitId', (to) => <TodayScreen {...visit(to)} />),
  at('/visits/$visitId/prepare', (to) => <PrepareScreen {...visit(to)} />),
  at('/visits/$visitId/receipt', (to) => <ReceiptScreen {...visit(to)} />),
  at('/visits/$visitId/pass', (to) => <PassScreen {...visit(to)} />),
  at('/visits/$visitId/standards', (to) => <StandardsScreen {...visit(to)} />),
  at('/visits/$visitId/standards/$standardId', (to) => <StandardsScreen {...visit(to)} standardId={to.id('standardId')} />),
  at('/visits/$visitId/standards/$standardId/settle', (to) => <SettleScreen {...visit(to)} standardId={to.id('standardId')} />),
  at('/visits/$visitId/observations', (to) => <ObservationsScreen {...visit(to)} />),
  at('/visits/$visitId/observations/$observationId', (to) => <ObservationScreen {...visit(to)} {...tiedTo(to)} observationId={to.id('observationId')} area={to.search('area')} />),
  at('/visits/$visitId/interviews', (to) => <InterviewsScreen {...visit(to)} />),
  at('/visits/$visitId/interviews/$interviewId', (to) => <InterviewScreen {...visit(to)} {...tiedTo(to)} interviewId={to.id('interviewId')} />),
  at('/visits/$visitId/forms', (to) => <FormsScreen {...visit(to)} />),
  at('/visits/$visitId/forms/$recordId', (to) => <FormRecordScreen {...visit(to)} recordId={to.id('recordId')} formId={to.search('form')} />),
  at('/visits/$visitId/forms/import', (to) => <ImportFormScreen {...visit(to)} />),
  at('/visits/$visitId/findings', (to) => <FindingsScreen {...visit(to)} />),
  at('/visits/$visitId/findings/$findingId', (to) => <FindingScreen {...visit(to)} findingId={to.id('findingId')} verify={VerifyFinding} />),
  at('/visits/$visitId/hand-over', (to) => <HandOverScreen {...visit(to)} />),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultStructuralSharing: true,
  scrollRestoration: true,
  // The frame's own scroller: else a newly opened address begins where the last one was left.
  scrollToTopSelectors: ['#main'],
  // Plain text both ways: `?standard=1.10` is the text "1.10", never a number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (values) => {
    const text = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string')).toString();
    return text === '' ? '' : `?${text}`;
  },
});

focusOnArrival(router);
