import type { ReactNode, Ref } from 'react';
import { AppLink } from './AppLink.tsx';

export type PressProps = {
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly className?: string | undefined;
  readonly label?: string | undefined;
  readonly current?: boolean | undefined;
  /** Sets `data-active`, for the look. */
  readonly active?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly submit?: boolean | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
  readonly children: ReactNode;
};

/** Anything that can be tapped: a real link when it leads somewhere (`href`), else a real button. No look of its own. */
export function Press({ href, onPress, className, label, current, active, pressed, expanded, disabled, submit, buttonRef, children }: PressProps) {
  if (href !== undefined) {
    return (
      <AppLink href={href} className={className} onClick={onPress} aria-label={label} aria-current={current ? 'page' : undefined} data-active={active || undefined}>
        {children}
      </AppLink>
    );
  }
  return (
    <button
      ref={buttonRef}
      type={submit ? 'submit' : 'button'}
      className={className}
      onClick={onPress}
      disabled={disabled}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      data-active={active || undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
}
