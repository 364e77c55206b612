/** Where evidence for a standard is captured. */
export function captureHref(visitId: string, kind: 'observation' | 'interview', standardId: string): string {
  return `/visits/${visitId}/${kind}s/new?standard=${encodeURIComponent(standardId)}`;
}
