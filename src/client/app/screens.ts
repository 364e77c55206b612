import { screen } from './routeTools.tsx';

// One chunk per screen: the first load brings only the one that is asked for; the service worker has all of them.
export const AgencyScreen = screen(async () => (await import('#client/features/manage-agencies/AgencyScreen.tsx')).AgencyScreen);
export const ChangePasswordScreen = screen(async () => (await import('#client/features/change-password/ChangePasswordScreen.tsx')).ChangePasswordScreen);
export const InvitePeopleScreen = screen(async () => (await import('#client/features/invite-people/InvitePeopleScreen.tsx')).InvitePeopleScreen);
export const HomeScreen = screen(async () => (await import('#client/features/manage-agencies/HomeScreen.tsx')).HomeScreen);
export const NewAgencyScreen = screen(async () => (await import('#client/features/manage-agencies/NewAgencyScreen.tsx')).NewAgencyScreen);
export const NewVisitScreen = screen(async () => (await import('#client/features/manage-agencies/NewVisitScreen.tsx')).NewVisitScreen);
export const TodayScreen = screen(async () => (await import('#client/features/today/TodayScreen.tsx')).TodayScreen);
export const StandardsScreen = screen(async () => (await import('#client/features/rate-standards/StandardsScreen.tsx')).StandardsScreen);
export const SettleScreen = screen(async () => (await import('#client/features/settle-differences/SettleScreen.tsx')).SettleScreen);
export const ObservationsScreen = screen(async () => (await import('#client/features/record-observation/ObservationsScreen.tsx')).ObservationsScreen);
export const ObservationScreen = screen(async () => (await import('#client/features/record-observation/ObservationScreen.tsx')).ObservationScreen);
export const FindingsScreen = screen(async () => (await import('#client/features/hand-over-findings/FindingsScreen.tsx')).FindingsScreen);
export const FindingScreen = screen(async () => (await import('#client/features/hand-over-findings/FindingScreen.tsx')).FindingScreen);
export const HandOverScreen = screen(async () => (await import('#client/features/hand-over-findings/HandOverScreen.tsx')).HandOverScreen);
export const GapsScreen = screen(async () => (await import('#client/features/answer-gaps/GapsScreen.tsx')).GapsScreen);
export const GapScreen = screen(async () => (await import('#client/features/answer-gaps/GapScreen.tsx')).GapScreen);
export const PrepareScreen = screen(async () => (await import('#client/features/prepare-offline/PrepareScreen.tsx')).PrepareScreen);
export const SafetyScreen = screen(async () => (await import('#client/features/check-safety/SafetyScreen.tsx')).SafetyScreen);
export const PassScreen = screen(async () => (await import('#client/features/carry-work/PassScreen.tsx')).PassScreen);
export const BackUpScreen = screen(async () => (await import('#client/features/carry-work/BackUpScreen.tsx')).BackUpScreen);
export const OpenFileScreen = screen(async () => (await import('#client/features/carry-work/OpenFileScreen.tsx')).OpenFileScreen);
export const ReceiptScreen = screen(async () => (await import('#client/features/check-safety/ReceiptScreen.tsx')).ReceiptScreen);
export const SettingsScreen = screen(async () => (await import('#client/features/settings/SettingsScreen.tsx')).SettingsScreen);
export const InterviewsScreen = screen(async () => (await import('#client/features/record-interview/InterviewsScreen.tsx')).InterviewsScreen);
export const InterviewScreen = screen(async () => (await import('#client/features/record-interview/InterviewScreen.tsx')).InterviewScreen);
export const VerifyFinding = screen(async () => (await import('#client/features/verify-findings/VerifyFinding.tsx')).VerifyFinding);
