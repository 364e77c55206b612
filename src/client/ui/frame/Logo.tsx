type LogoProps = {
  /** `tile`: the name mark on its petrol square. `lines`: the lines alone, for dark rails. */
  readonly form?: 'tile' | 'lines';
  readonly size?: number;
  readonly label?: string | undefined;
};

/** The name mark: two scales, and the one pair of lines that coincide. Colours are fixed in every appearance. */
export function Logo({ form = 'tile', size = 36, label }: LogoProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const side = `${size / 16}rem`;
  return (
    <svg viewBox={form === 'tile' ? '0 0 48 48' : '3 5 42 38'} style={{ width: side, height: side, flex: 'none', display: 'block' }} focusable="false" {...named}>
      {form === 'tile' ? <rect width="48" height="48" rx="11" fill="#024a5b" /> : null}
      <g stroke="#fff" strokeWidth="3" strokeLinecap="round">
        <path d="M8 12v8M16 12v8M32 12v8M40 12v8" />
        <path d="M5.5 28v8M14.75 28v8M33.25 28v8M42.5 28v8" />
      </g>
      <path d="M24 8v32" stroke="#ffc45c" strokeWidth="4.5" strokeLinecap="round" />
    </svg>
  );
}
