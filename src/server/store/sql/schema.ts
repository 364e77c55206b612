/** The tables as Kysely sees them. Times in ms may come back as text from PostgreSQL: read them with `Number`. */
export type Schema = {
  migration: { name: string; applied_at: string };
  meta: { name: string; value: string };
  account: { id: string; email: string; name: string; code: string; role: string; sign_in_hash: string; demo: number; disabled_at: string | null };
  sign_in_failure: { email_hash: string; count: number; last_at_ms: number };
  session: { token_hash: string; user_id: string; expires_at_ms: number; started_at: string; device: string };
  device: { id: string; user_id: string; public_key: string; letter: string; registered_at: string };
  invitation: {
    id: string; code_hash: string; purpose: string; user_id: string; role: string; name: string; email: string; code: string;
    invited_by: string; expires_at_ms: number; state: string;
  };
  device_state: {
    device: string; last_seen_at: string; waiting_ops: number; waiting_files: number; waiting_since: string; erase: string; told_at: string;
  };
  recovery: {
    id: string; user_id: string; device: string; key_id: string; sealed: string; answer_key: string; token_hash: string;
    asked_at_ms: number; expires_at_ms: number; state: string; answer: string;
  };
  scope_grant: { scope: string; user_id: string; role: string; via: string };
  scope: { id: string; agency: string; created_by: string; seq: number; chain: string };
  batch: { id: string; proof: string; scopes: string };
  op: OpRow & { seq: number; chain: string };
  held: OpRow;
  quarantine: {
    id: string; h: string; reason: string; field: string; body: string; received_at: string; received_from: string;
  };
  alarm: { device: string; n: number; other_id: string; first_id: string; at: string };
  audit: { seq: number; at: string; actor: string; device: string; ip: string; action: string; subject: string; detail: string; chain: string };
  audit_head: { id: number; seq: number; chain: string };
  edition: { id: string; revision: number; head: string; source_sha256: string; chapter_by_standard: string };
  edition_file: { edition: string; revision: number; chapter: string; language: string; sha256: string; gzip: Uint8Array };
  file: { scope: string; sha256: string; total_chunks: number; verified: number };
  file_chunk: { scope: string; sha256: string; idx: number; size_bytes: number; piece: string };
  form: { id: string; revision: number; form: string; added_at: string };
  visit_key: { scope: string; id: string; key: string; made_at: string; retired: number };
  purged: { scope: string; n: number; id: string; at: string };
  file_link: { scope: string; sha256: string; source: string };
};

type OpRow = {
  scope: string; id: string; h: string; entity: string; entity_id: string; actor: string; device: string; n: number;
  body: string; batch: string; received_at: string; received_from: string; via: string;
};
