/**
 * One line of CSV after RFC 4180. What a spreadsheet would take for a formula is made text with an apostrophe (OWASP, *CSV injection*):
 * names and e-mails are typed by people, and the file is opened by an administrator.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
