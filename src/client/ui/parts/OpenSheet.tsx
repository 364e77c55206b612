import { Drawer } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './OpenSheet.module.css';
import './sheet.css';

export type SheetProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  /** `bottom` for choices (applicability, capture), sides for reading. */
  readonly from?: 'left' | 'right' | 'bottom';
  readonly children: ReactNode;
};

/** What `SheetDrawer` shows once it is opened: 30 kB that no screen needs at first. */
export function OpenSheet({ opened, onClose, title, closeLabel, from = 'bottom', children }: SheetProps) {
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
