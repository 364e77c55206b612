/** The vernier's lines in grey, the coincidence still dashed: nothing has been compared yet. For empty states only. */
export function Vernier() {
  return (
    <svg viewBox="0 0 130 92" width="130" height="92" aria-hidden="true" focusable="false" stroke="var(--c-line-strong)" strokeWidth="4" strokeLinecap="round">
      <path d="M11 10v24M35 10v24M95 10v24M119 10v24M5 54v24M32 54v24M98 54v24M125 54v24" />
      <path d="M65 4v84" strokeWidth="5" strokeDasharray="8 11" />
    </svg>
  );
}
