/** The wanted proofs, one a line as they were typed; empty lines and list marks of the typist left out. */
export function proofLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*·]\s+/, '').trim())
    .filter((line) => line !== '');
}
