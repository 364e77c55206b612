const LONGEST = 160;

/** The first sentence of a statement, for a row of a list; cut at a word when it runs on. The whole stands one tap away. */
export function headline(text: string): string {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
  const end = /[.!?…](?=\s)/.exec(line);
  const sentence = end ? line.slice(0, end.index + 1) : line;
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.lastIndexOf(' ', LONGEST);
  return `${sentence.slice(0, cut > 0 ? cut : LONGEST)}…`;
}
