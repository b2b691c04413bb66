import { canonicalText, sha256 } from './digest.js';
import { createPrinter, UnprintableError, type Printed } from './print.js';
import type { LetterContent } from './resolve-form.js';

export { UnprintableError };

export type Renderer = {
  /** PDF of one letter; the same content and version give the same bytes. @throws UnprintableError */
  render(content: LetterContent, version: number): Printed;
};

/** Renders letters; each shows the SHA-256 of its content. */
export function createRenderer({ fontsDir }: { fontsDir?: string | undefined } = {}): Renderer {
  const print = createPrinter('letter.typ', fontsDir);
  return {
    render: (content, version) =>
      print({ ...content, version, sha256: sha256(canonicalText(content)) }, content.date),
  };
}
