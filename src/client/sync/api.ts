import * as v from 'valibot';
import { readEditionFilesHead, type EditionFilesHead } from '#core/manual/editionFiles.ts';
import type { Form } from '#core/form/form.ts';
import { formsAnswer, type FormsAnswer } from '#core/form/formSchema.ts';
import type { ManualLanguage } from '#core/manual/edition.ts';
import type { ScopeId } from '#core/op/scope.ts';
import {
  authParams, filesStatus, fileStatus, me, registeredDevice, syncAnswer, visitKeys, type AuthParams, type FilesStatus, type FilesStatusRequest, type FileStatus, type Me, type SyncAnswer, type SyncRequest, type VisitKey,
} from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { putBytes } from './putBytes.ts';
import { requestBytes, requestDone, requestJson, type ApiFailure, type OnProgress } from './request.ts';

type Answer<T> = Promise<Result<T, ApiFailure>>;

/** Every call that the tablet makes. */
export type Api = {
  readonly authParams: (email: string) => Answer<AuthParams>;
  readonly signIn: (email: string, signInKey: string) => Answer<void>;
  readonly signOut: () => Answer<void>;
  readonly me: () => Answer<Me>;
  readonly registerDevice: (device: string, publicKey: string) => Answer<{ letter: string }>;
  readonly forms: () => Answer<FormsAnswer>;
  readonly addForm: (form: Form) => Answer<{ revision: number }>;
  readonly visitKeys: (scope: ScopeId) => Answer<VisitKey[]>;
  readonly sync: (request: SyncRequest) => Answer<SyncAnswer>;
  readonly editionHead: (edition: string, revision: number) => Answer<EditionFilesHead>;
  /** The chapter's canonical JSON text. */
  readonly chapter: (edition: string, revision: number, chapter: string, language: ManualLanguage) => Answer<string>;
  /** At most 500 files at once. */
  readonly filesStatus: (files: FilesStatusRequest['files']) => Answer<FilesStatus>;
  readonly putChunk: (chunk: ChunkToSend, onSent: (sentBytes: number) => void) => Answer<FileStatus>;
  readonly fileContent: (scope: ScopeId, sha256: string, onProgress?: OnProgress) => Answer<Uint8Array>;
};

export type ChunkToSend = { readonly scope: ScopeId; readonly sha256: string; readonly index: number; readonly total: number; readonly bytes: Uint8Array };

const part = encodeURIComponent;
const editionPath = (edition: string, revision: number): string => `/api/editions/${part(edition)}/${revision}`;
const filePath = (scope: ScopeId, sha256: string): string => `/api/files/${part(scope)}/${sha256}`;
const anything = v.unknown();

/** The calls of one person's device; without a person, those of somebody who is still signing in. */
export const apiOf = (person?: string, device?: string): Api => ({
  authParams: (email) => requestJson('/api/auth/params', authParams, { method: 'POST', json: { email } }),
  signIn: (email, signInKey) => requestDone('/api/auth/sign-in', { method: 'POST', json: { email, signInKey } }),
  signOut: () => requestDone('/api/auth/sign-out', { method: 'POST', json: {} }),
  me: () => requestJson('/api/me', me, { person, device }),
  registerDevice: (id, publicKey) => requestJson('/api/devices', registeredDevice, { method: 'POST', json: { device: id, publicKey }, person, device }),
  forms: () => requestJson('/api/forms', formsAnswer, { timeoutMs: 60_000, person, device }),
  addForm: (form) => requestJson('/api/forms', v.object({ revision: v.number() }), { method: 'POST', json: form, timeoutMs: 60_000, person, device }),
  visitKeys: (scope) => requestJson(`/api/visits/${part(scope)}/keys`, visitKeys, { person, device }),
  sync: (request) => requestJson('/api/sync', syncAnswer, { method: 'POST', json: request, timeoutMs: 60_000, person, device }),
  editionHead: async (edition, revision) => {
    const answer = await requestJson(editionPath(edition, revision), anything, { person, device });
    if (!answer.ok) return answer;
    const head = readEditionFilesHead(answer.value);
    return head ? ok(head) : err({ type: 'server', status: 200 });
  },
  chapter: async (edition, revision, chapter, language) => {
    const bytes = await requestBytes(`${editionPath(edition, revision)}/chapters/${part(chapter)}/${language}`, { person, device });
    return bytes.ok ? ok(new TextDecoder().decode(bytes.value)) : bytes;
  },
  filesStatus: (files) => requestJson('/api/files/status', filesStatus, { method: 'POST', json: { files }, person, device }),
  putChunk: ({ scope, sha256, index, total, bytes }, onSent) => putBytes(`${filePath(scope, sha256)}/chunks/${index}?total=${total}`, fileStatus, { bytes, person, device, onSent }),
  fileContent: (scope, sha256, onProgress) => requestBytes(`${filePath(scope, sha256)}/content`, { person, device, onProgress }),
});
