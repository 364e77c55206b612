import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Press } from '#client/ui/Press.tsx';
import { Logo } from './Logo.tsx';
import styles from './NavRail.module.css';

export type NavItem = {
  readonly key: string;
  readonly label: string;
  /** A tabler icon, stroke 1.8; drawn at 26 px. */
  readonly icon: ReactNode;
  readonly href?: string;
  readonly onPress?: () => void;
  readonly active?: boolean;
  /** `label` says what is counted, for screen readers: "7 por entregar". */
  readonly badge?: { readonly count: string; readonly label: string } | undefined;
  /** `phone`: only in the bottom bar (*Más*). `tablet`: only in the rail. A phone has room for four. */
  readonly only?: 'phone' | 'tablet';
};

export type NavRailProps = {
  readonly navLabel: string;
  readonly items: readonly NavItem[];
  /** *Capturar*, always the rail's foot. */
  readonly capture?: { readonly label: string; readonly href?: string; readonly onPress?: () => void } | undefined;
  readonly hiddenOnPhone?: boolean;
};

/** The rail on a tablet, the bottom bar on a phone: one list, drawn two ways. */
export function NavRail({ navLabel, items, capture, hiddenOnPhone = false }: NavRailProps) {
  return (
    <nav aria-label={navLabel} className={styles.rail} data-hidden={hiddenOnPhone}>
      <div className={styles.logo}>
        <Logo form="lines" size={40} />
      </div>
      <div className={styles.nav}>
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.key} className={item.only === 'phone' ? styles.phoneOnly : item.only === 'tablet' ? styles.tabletOnly : undefined}>
              <NavLink item={item} />
            </li>
          ))}
        </ul>
      </div>
      {capture ? (
        <Press href={capture.href} onPress={capture.onPress} className={styles.capture}>
          <IconPlus stroke={2.6} aria-hidden="true" />
          {capture.label}
        </Press>
      ) : null}
    </nav>
  );
}

function NavLink({ item }: { readonly item: NavItem }) {
  const accessible = item.badge ? `${item.label}, ${item.badge.label}` : undefined;
  return (
    <Press href={item.href} onPress={item.onPress} className={styles.item} current={item.active} active={item.active} label={accessible}>
      <span className={styles.sign}>
        {item.icon}
        {item.badge ? <span className={styles.badge}>{item.badge.count}</span> : null}
      </span>
      {item.label}
    </Press>
  );
}
