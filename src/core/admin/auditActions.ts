/** What the audit log tells of. A word is added at the end, never changed: it stands in the chain. */
export const AUDIT_ACTIONS = [
  'sign-in', 'sign-in-failed', 'sign-out', 'device-registered',
  'agency-created', 'team-set', 'manager-named', 'readers-set', 'region-set',
  'person-changed', 'person-disabled', 'person-enabled', 'session-revoked', 'device-revoked',
  'quarantine-exported', 'quarantine-released', 'audit-exported', 'interview-purged', 'purged',
  'invitation-made', 'invitation-used', 'password-changed', 'recovery-asked', 'recovery-answered',
  'restored', 'manual-imported', 'push-carried',
  'invitation-revoked', 'recovery-key-made', 'recovery-refused', 'recovery-failed',
  'form-added',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
