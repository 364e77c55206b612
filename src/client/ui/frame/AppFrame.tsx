import { type ReactNode, useCallback, useMemo, useState } from 'react';
import styles from './AppFrame.module.css';
import { FrameFootContext } from './FrameFoot.ts';
import { NavRail, type NavRailProps } from './NavRail.tsx';
import { TopBar, type TopBarProps } from './TopBar.tsx';

type AppFrameProps = Omit<NavRailProps, 'hiddenOnPhone'> &
  TopBarProps & {
    readonly skipLabel: string;
    /** At most one banner: space, then network, then the rest. */
    readonly banner?: ReactNode;
    /** What stays above the bottom edge on every screen, and above the page's dock where it has one: the recording. */
    readonly foot?: ReactNode;
    /** On a phone these actions take the place of the navigation (inside a gap). */
    readonly phoneActions?: ReactNode;
    /** *Mano izquierda*: the rail goes right, the pad turns round. */
    readonly mirrored?: boolean;
    readonly children: ReactNode;
  };

/** The frame of every signed-in screen: rail (or bottom bar), top bar, banner, the page. */
export function AppFrame(props: AppFrameProps) {
  const { skipLabel, banner, foot, phoneActions, mirrored = false, children } = props;
  const [docks, setDocks] = useState(0);
  const claim = useCallback(() => {
    setDocks((count) => count + 1);
    return () => setDocks((count) => count - 1);
  }, []);
  const frameFoot = useMemo(() => ({ content: foot, claim }), [foot, claim]);
  const ownFoot = docks === 0 ? foot : null;
  return (
    <div className={styles.frame} data-mirrored={mirrored}>
      <a className={styles.skip} href="#main">{skipLabel}</a>
      <NavRail navLabel={props.navLabel} items={props.items} capture={props.capture} hiddenOnPhone={phoneActions !== undefined} />
      <TopBar title={props.title} subtitle={props.subtitle} sync={props.sync} person={props.person} lock={props.lock} back={props.back} />
      {banner ? <div className={styles.banner}>{banner}</div> : null}
      <FrameFootContext value={frameFoot}>
        <main id="main" tabIndex={-1} className={styles.main}>{children}</main>
        {ownFoot || phoneActions ? (
          <div className={styles.foot}>
            {ownFoot}
            {phoneActions}
          </div>
        ) : null}
      </FrameFootContext>
    </div>
  );
}
