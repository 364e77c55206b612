import { createTheme } from '@mantine/core';

/** The look's scales for Mantine; the tokens that our own parts use are in `cssVariables.ts`. */
export const theme = createTheme({
  colors: {
    petrol: ['#eaf9fe', '#d2f0fa', '#b3e0ef', '#8cc9dc', '#67b1c8', '#4695ad', '#267a91', '#076176', '#024a5b', '#003441'],
    green: ['#e7fcec', '#d2f4da', '#b3e6bf', '#8cd19e', '#66ba7f', '#459e62', '#248348', '#026933', '#035126', '#003918'],
    amber: ['#fff4e7', '#ffe6c8', '#f8d09f', '#e7b370', '#d49743', '#b97a13', '#976205', '#774c04', '#5c3a05', '#412801'],
    red: ['#fdf3f2', '#fee3df', '#ffc8c1', '#fea197', '#fe7368', '#e35047', '#c3302c', '#a21116', '#81020a', '#5c0105'],
    blue: ['#f2f6fc', '#dfebfd', '#c0dafe', '#94c0fe', '#68a6fc', '#4989e2', '#2d6dc4', '#1654a4', '#074084', '#012b61'],
    gray: ['#f4f7f8', '#e9eef0', '#d9e1e4', '#c3ced3', '#a3b1b8', '#768790', '#56666f', '#3d4d57', '#25343d', '#13212b'],
    dark: ['#e8eef1', '#bec9d0', '#9caab3', '#748590', '#3a4853', '#2b3843', '#1c2730', '#151e25', '#0f171d', '#0a1116'],
  },
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#13212b',
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  headings: { fontFamily: 'inherit', fontWeight: '700' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1.0625rem', lg: '1.25rem', xl: '1.5rem' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      vars: (_theme: unknown, props: { readonly size?: unknown }) => ({
        root: { '--button-height': props.size === 'xl' ? '64px' : props.size === 'lg' ? '56px' : '48px' },
      }),
    },
    ActionIcon: { defaultProps: { size: 48 } },
  },
});
