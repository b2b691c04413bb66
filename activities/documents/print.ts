import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { visibleThroughout } from './visible.js';

/** Characters that none of the letter's fonts has: the letter would print boxes, so it is not made. */
export class UnprintableError extends Error {
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(`The fonts of the letter cannot print: ${characters.join(' ')}`);
    this.name = 'UnprintableError';
    this.characters = characters;
  }
}

const faces = [
  ['noto-sans', '400Regular', 'NotoSans_400Regular'],
  ['noto-sans', '600SemiBold', 'NotoSans_600SemiBold'],
  ['noto-sans', '700Bold', 'NotoSans_700Bold'],
  ['noto-serif', '400Regular', 'NotoSerif_400Regular'],
  ['noto-serif', '400Regular_Italic', 'NotoSerif_400Regular_Italic'],
  ['noto-serif', '700Bold', 'NotoSerif_700Bold'],
] as const;

function fontBlobs(fontsDir: string | undefined): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return faces.map(([family, style, file]) => {
    const own = fontsDir === undefined ? undefined : join(fontsDir, `${file}.ttf`);
    return readFileSync(own ?? resolve(`@expo-google-fonts/${family}/${style}/${file}.ttf`));
  });
}

export type Printed = { bytes: Uint8Array; pages: number };

/**
 * Prints one template of `templates/` with Typst, as PDF/A-2b. Data goes in as JSON through `sys.inputs`, so that no text is
 * ever read as markup; fonts are the project's own; templates import no package. `date` (`YYYY-MM-DD`) dates the file.
 */
export function createPrinter(template: string, fontsDir?: string): (data: object, date: string) => Printed {
  const workspace = fileURLToPath(new URL('./templates/', import.meta.url));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs(fontsDir) }] });
  const main = readFileSync(join(workspace, template), 'utf8');

  return (content, date) => {
    const data = JSON.stringify(visibleThroughout(content));
    const result = compiler.compile({ mainFileContent: main, inputs: { data } });
    const document = result.result;
    const warnings = result.takeWarnings()?.shortDiagnostics ?? [];
    if (document === null || warnings.length > 0) {
      const faults: readonly unknown[] = [result.takeDiagnostics()?.shortDiagnostics, warnings];
      throw new Error(`The template ${template} does not compile: ${JSON.stringify(faults)}`);
    }
    const bytes = pdfOf(compiler, document, date);
    compiler.evictCache(10);
    return { bytes, pages: document.numOfPages };
  };
}

function pdfOf(compiler: NodeCompiler, document: NodeTypstDocument, date: string): Uint8Array {
  const creationTimestamp = Date.parse(`${date}T00:00:00Z`) / 1000;
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp });
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    const characters = [...says.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)].map(
      (one) => one[1] ?? '',
    );
    if (characters.length > 0) throw new UnprintableError([...new Set(characters)].sort());
    throw error;
  }
}
