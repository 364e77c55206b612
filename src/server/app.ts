import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { CHUNK_BYTES, MAX_PUSH_BYTES } from '#core/protocol/wire.ts';
import { createGate } from './auth/gate.ts';
import { hashSignInKey } from './auth/signInHash.ts';
import { countChunks } from './files/receiveChunk.ts';
import type { AppDeps, RouteDeps } from './http/appDeps.ts';
import { useCompression } from './http/compression.ts';
import { handleErrors } from './http/handleErrors.ts';
import { limitDoors } from './http/limitDoors.ts';
import { createLimits } from './http/limits.ts';
import { useSecurityHeaders } from './http/securityHeaders.ts';
import { serveClient } from './http/serveClient.ts';
import { liveStreams } from './live/liveStreams.ts';
import { pokingStore } from './live/pokingStore.ts';
import { listAgencies, setAgencyReaders, setRegion, setVisitTeam } from './routes/adminAgencyRoutes.ts';
import { checkAudit, exportAudit, listAudit } from './routes/adminAuditRoutes.ts';
import { endSession, listDevices, revokeDeviceRoute } from './routes/adminDeviceRoutes.ts';
import { changePerson, disablePerson, enablePerson, listPeople } from './routes/adminPeopleRoutes.ts';
import { listQuarantine, releaseRoute } from './routes/adminQuarantineRoutes.ts';
import { authParams, signInRoute, signOut } from './routes/authRoutes.ts';
import { registerDeviceRoute } from './routes/deviceRoutes.ts';
import { editionChapter, editionHead } from './routes/editionRoutes.ts';
import { chunkRoute, fileContent, filesStatusRoute, fileStatusRoute } from './routes/fileRoutes.ts';
import { invitationsRoute, inviteRoute, resetRoute, revokeInvitationRoute } from './routes/invitationRoutes.ts';
import { joinRoute, lookRoute } from './routes/joinRoutes.ts';
import { healthRoute } from './routes/healthRoute.ts';
import { liveRoute } from './routes/liveRoute.ts';
import { addFormRoute, listForms } from './routes/formRoutes.ts';
import { meRoute } from './routes/meRoute.ts';
import { purgeInterview } from './routes/adminPurgeRoute.ts';
import { passwordRoute } from './routes/passwordRoute.ts';
import { askRecoveryRoute, lookRecoveryRoute, recoveryRequestsRoute, refuseRecoveryRoute } from './routes/recoveryRoutes.ts';
import { syncRoute } from './routes/syncRoute.ts';
import { totalsRoute } from './routes/totalsRoute.ts';
import { visitKeysRoute } from './routes/visitKeysRoute.ts';

export type AppOptions = {
  /** The built client, absolute; absent: the API alone. */
  readonly clientFolder?: string;
  readonly logs?: boolean;
  /** How many proxies stand in front: the caller's address is what the outermost of them says. */
  readonly proxies?: number;
  /** Told of every route as it is made: the walk over all of them asks what there is. */
  readonly onRoute?: (method: string, path: string) => void;
};

/** The whole server over what it is given; listening is the caller's. */
export async function createApp(given: AppDeps, { clientFolder, logs = false, proxies = 0, onRoute }: AppOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: MAX_PUSH_BYTES,
    trustProxy: (_address, hop) => hop < proxies,
    logger: logs ? { level: 'warn' } : false,
    // Ids of chapters come from imported manuals: up to 200 characters.
    routerOptions: { maxParamLength: 1_000 },
    // Ends connections that send a body slower than any tablet would.
    requestTimeout: 120_000,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: CHUNK_BYTES }, (_request, body, done) => done(null, body));
  if (onRoute) app.addHook('onRoute', ({ method, url }) => { for (const one of [method].flat()) onRoute(one, url); });
  handleErrors(app, given.randomBytes);
  await useSecurityHeaders(app);
  await app.register(cookie);
  useCompression(app);

  const live = liveStreams(given.pokes);
  // An open stream would keep the server from closing.
  app.addHook('preClose', async () => live.close());
  const deps: RouteDeps = {
    ...given,
    store: pokingStore(given.store, given.pokes),
    live,
    gate: createGate(2, 50),
    limits: createLimits(given.nowMs),
    countChunk: countChunks(given.store),
    nobodysHash: await hashSignInKey(Buffer.from(given.randomBytes(32)).toString('hex')),
  };
  limitDoors(app, deps.limits);
  app.post('/api/auth/params', authParams(deps));
  app.post('/api/auth/sign-in', signInRoute(deps));
  app.post('/api/auth/sign-out', signOut(deps));
  app.post('/api/join/look', lookRoute(deps));
  app.post('/api/join', joinRoute(deps));
  app.post('/api/password', passwordRoute(deps));
  app.post('/api/recovery', askRecoveryRoute(deps));
  app.post('/api/recovery/:id', lookRecoveryRoute(deps));
  app.get('/api/admin/recovery-requests', recoveryRequestsRoute(deps));
  app.post('/api/admin/recovery-requests/:id/refuse', refuseRecoveryRoute(deps));
  app.get('/api/admin/invitations', invitationsRoute(deps));
  app.post('/api/admin/invitations', inviteRoute(deps));
  app.post('/api/admin/invitations/:id/revoke', revokeInvitationRoute(deps));
  app.post('/api/admin/people/:id/reset', resetRoute(deps));
  app.get('/api/me', meRoute(deps));
  app.post('/api/devices', registerDeviceRoute(deps));
  app.post('/api/sync', syncRoute(deps));
  app.get('/api/health', healthRoute(deps));
  app.get('/api/live', { exposeHeadRoute: false }, liveRoute(deps));
  app.get('/api/editions/:edition/:revision', editionHead(deps));
  app.get('/api/editions/:edition/:revision/chapters/:chapter/:language', editionChapter(deps));
  app.get('/api/forms', listForms(deps));
  app.post('/api/forms', addFormRoute(deps));
  app.post('/api/files/status', filesStatusRoute(deps));
  app.get('/api/visits/:scope/keys', visitKeysRoute(deps));
  app.get('/api/files/:scope/:sha256', fileStatusRoute(deps));
  app.put('/api/files/:scope/:sha256/chunks/:index', chunkRoute(deps));
  app.get('/api/files/:scope/:sha256/content', fileContent(deps));
  app.get('/api/admin/people', listPeople(deps));
  app.post('/api/admin/people/:user', changePerson(deps));
  app.post('/api/admin/people/:user/disable', disablePerson(deps));
  app.post('/api/admin/people/:user/enable', enablePerson(deps));
  app.get('/api/admin/devices', listDevices(deps));
  app.post('/api/admin/devices/:device/revoke', revokeDeviceRoute(deps));
  app.post('/api/admin/sessions/:session/end', endSession(deps));
  app.get('/api/admin/agencies', listAgencies(deps));
  app.post('/api/admin/agencies/:agency/region', setRegion(deps));
  app.post('/api/admin/agencies/:agency/readers', setAgencyReaders(deps));
  app.post('/api/admin/agencies/:agency/visits/:visit/team', setVisitTeam(deps));
  app.post('/api/admin/interviews/purge', purgeInterview(deps));
  app.get('/api/admin/quarantine', listQuarantine(deps));
  app.post('/api/admin/quarantine/release', releaseRoute(deps));
  app.get('/api/totals', totalsRoute(deps));
  app.get('/api/admin/audit', listAudit(deps));
  app.get('/api/admin/audit/check', checkAudit(deps));
  app.post('/api/admin/audit/export', exportAudit(deps));
  await serveClient(app, clientFolder);
  return app;
}
