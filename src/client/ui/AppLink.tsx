import { type AnchorHTMLAttributes, type ComponentType, createContext, type ReactNode, useContext } from 'react';

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly href: string };

/** The application's link: given once to `ThemeProvider`, so that looks need no router. */
export type LinkComponent = ComponentType<LinkProps>;

const LinkContext = createContext<LinkComponent | null>(null);

export function LinkProvider({ component, children }: { readonly component: LinkComponent | null; readonly children: ReactNode }) {
  return <LinkContext value={component}>{children}</LinkContext>;
}

/** A link inside the application; a plain anchor where no link component was given (tests, gallery). */
export function AppLink({ children, ...rest }: LinkProps) {
  const Link = useContext(LinkContext);
  return Link === null ? <a {...rest}>{children}</a> : <Link {...rest}>{children}</Link>;
}
