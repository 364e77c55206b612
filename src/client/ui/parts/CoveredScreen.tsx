import { Logo } from '#client/ui/frame/Logo.tsx';
import styles from './CoveredScreen.module.css';

/** Covers everything while the application is hidden, so that the list of open applications shows nothing. */
export function CoveredScreen({ text }: { readonly text?: string }) {
  return (
    <div className={styles.cover}>
      <Logo form="lines" size={72} />
      {text === undefined ? null : <span>{text}</span>}
    </div>
  );
}
