import { useTranslation } from 'react-i18next';
import { ACCOUNT_ROLES } from '#core/people/role.ts';
import { ERASES } from '#core/protocol/wire.ts';

/** What can be said in words; the table that is exported has everything. */
const KNOWN = ['leader', 'advisors', 'user', 'users', 'name', 'email', 'role', 'erase', 'entries'] as const;

type AuditDetailProps = { readonly detail: Readonly<Record<string, unknown>>; readonly nameOf: (id: string) => string | undefined };

/** The particulars of an act: who was put where, what was changed to what. */
export function AuditDetail({ detail, nameOf }: AuditDetailProps) {
  const { t } = useTranslation(['audit', 'admin', 'vocabulary']);
  const wordOf = (value: unknown): string => {
    if (Array.isArray(value)) return value.length === 0 ? t('nobodyThere') : value.map(wordOf).join(', ');
    const text = String(value);
    const role = ACCOUNT_ROLES.find((one) => one === text);
    const erase = ERASES.find((one) => one === text);
    if (role) return t(`vocabulary:accountRole.${role}`);
    return erase ? t(`admin:erase.${erase}`) : (nameOf(text) ?? text);
  };
  return KNOWN.flatMap((key) => (detail[key] === undefined ? [] : [`${t(`detail.${key}`)}: ${wordOf(detail[key])}`])).join(' · ');
}
