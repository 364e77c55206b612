import { Press } from '#client/ui/Press.tsx';
import { initialsOf } from './initialsOf.ts';
import styles from './PersonBadge.module.css';

type PersonBadgeProps = {
  readonly name: string;
  /** The person's place in the team: circle, rounded square, circle, … so that two differ without colour. */
  readonly place?: number;
  /** Pixels at 100 % text: 22 in evidence, 36 in the bar, 44 in cards, 56 at unlock. */
  readonly size?: number;
  /** Only where the name does not stand beside it. */
  readonly label?: string;
  readonly href?: string;
  readonly onPress?: () => void;
};

/** A person: initials in a circle or a rounded square. With `href` or `onPress` it is a 44 px target. */
export function PersonBadge({ name, place = 0, size = 36, label, href, onPress }: PersonBadgeProps) {
  const side = `${size / 16}rem`;
  const pressable = href !== undefined || onPress !== undefined;
  const named = label === undefined || pressable ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const badge = (
    <span
      className={`${styles.badge} ${styles[`look${Math.abs(place) % 4}`]}`}
      style={{ width: side, height: side, fontSize: `${(size * 0.41) / 16}rem` }}
      translate="no"
      {...named}
    >
      {initialsOf(name)}
    </span>
  );
  if (!pressable) return badge;
  return (
    <Press href={href} onPress={onPress} className={styles.press} label={label ?? name}>
      {badge}
    </Press>
  );
}
