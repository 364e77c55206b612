import { Drawer } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './SheetDrawer.module.css';

type SheetDrawerProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  /** `bottom` for choices (applicability, capture), sides for reading. */
  readonly from?: 'left' | 'right' | 'bottom';
  readonly children: ReactNode;
};

/** A sheet over the page: holds the focus, closes with Escape, gives the focus back. */
export function SheetDrawer({ opened, onClose, title, closeLabel, from = 'bottom', children }: SheetDrawerProps) {
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position={from}
      size={from === 'bottom' ? 'auto' : 'min(26rem, 100%)'}
      classNames={{ content: `${styles.content} ${from === 'bottom' ? styles.bottom : ''}` }}
      transitionProps={{ transition: 'fade', duration: 120 }}
    >
      <Drawer.Overlay color="#0a1116" backgroundOpacity={0.55} />
      <Drawer.Content>
        <div className={styles.header}>
          <Drawer.Title className={styles.title ?? ''}>{title}</Drawer.Title>
          <IconButton bare label={closeLabel} icon={<IconX stroke={2} />} onPress={onClose} />
        </div>
        <div className={styles.body}>{children}</div>
      </Drawer.Content>
    </Drawer.Root>
  );
}
