import { useTranslation } from 'react-i18next';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';

type KnownPeopleProps = { readonly known: readonly KnownAccount[]; readonly choose: (account: KnownAccount) => void };

/** Who is on this tablet already: they open without a network. */
export function KnownPeople({ known, choose }: KnownPeopleProps) {
  const { t } = useTranslation('signIn');
  return (
    <section aria-label={t('alreadyHere')}>
      <h2>{t('alreadyHere')}</h2>
      {known.map((account) => (
        <ListRow key={account.userId} inCard mark={<PersonBadge name={account.name} />} title={account.name} second={account.email} chevron onPress={() => choose(account)} />
      ))}
    </section>
  );
}
