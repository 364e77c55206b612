import type { MouseEvent } from 'react';
import type { LinkProps } from '#client/ui/AppLink.tsx';
import { router } from './router.tsx';

/** The ui kit's link, by the router: real address, no reload; new tab and the like stay the browser's. */
export function RouterLink({ href, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !href.startsWith('/')) return;
    event.preventDefault();
    router.history.push(href);
  };
  return <a {...rest} href={href} onClick={follow}>{children}</a>;
}
