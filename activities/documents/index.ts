import type { RouteActivities } from '../../contracts/activities.js';
import { newestDocument, saveDocument, systemAct, type Store } from '../../store/index.js';
import { canonicalText } from './digest.js';
import { fillForms, printLetters } from './draft.js';
import { readDraftSource } from './draft-source.js';
import { loadForms } from './forms.js';
import { createRenderer } from './render.js';

export { coveringText } from './covering-text.js';
export { factsOfForm, loadForms, type FormSet } from './forms.js';
export { trainingMark, type LetterContent } from './resolve-form.js';

export type DocumentDeps = {
  store: Store;
  /** Folder of `D-01.yaml` ... `words.yaml`. */
  formsDir: string;
  /** Folder of the six TTF files, when they are not taken from the installed font packages. */
  fontsDir?: string;
  mode: 'embedded' | 'site';
  clock: () => Date;
  /** IANA zone of the offices of a State; letters are dated by it. UTC when there is none. */
  zoneOf: (state: string) => string | undefined;
};
export type DocumentActivities = Pick<RouteActivities, 'renderDraft'>;

/**
 * Renders the forms of a route from the facts of its case. A draft that would say the same as the newest stored one is that
 * one, so that a repeated call makes no second version. Everything in embedded mode carries the training mark.
 * @throws RuleSetError when a page of `formsDir` cannot be read.
 */
export function createDocuments(deps: DocumentDeps): DocumentActivities {
  const { store, formsDir, fontsDir, mode, clock } = deps;
  const set = loadForms(formsDir);
  const renderer = createRenderer({ fontsDir });
  const zoneOf = (state: string): string => deps.zoneOf(state) ?? 'UTC';

  return {
    async renderDraft({ caseId, routeId, planId, forms }) {
      const at = clock().toISOString();
      const { material, sliceDigest } = await readDraftSource(
        store.read,
        { caseId, routeId, planId },
        { zoneOf, at },
      );
      const filled = fillForms(forms, { set, material, training: mode === 'embedded' });
      if (!filled.complete) return filled;

      const fields = canonicalText(filled.letters);
      const newest = await newestDocument(store.read, routeId);
      if (newest?.fields === fields && newest.sliceDigest === sliceDigest) {
        return { complete: true, documentId: newest.id, digest: newest.digest, version: newest.version };
      }
      const version = (newest?.version ?? 0) + 1;
      const printed = printLetters(filled.letters, { renderer, version, sliceDigest });
      if (!printed.complete) return printed;

      const { digest, files } = printed;
      const input = {
        caseId,
        routeId,
        planId,
        sliceDigest,
        digest,
        language: 'en',
        fields,
        files: [...files],
      };
      const saved = await store.transaction(async (tx) => {
        const kept = await saveDocument(tx, systemAct('documents', at), input);
        if (kept.version !== version)
          throw new Error(`Version ${version} of the draft of ${routeId} was taken.`);
        return kept;
      });
      return { complete: true, documentId: saved.documentId, digest: saved.digest, version: saved.version };
    },
  };
}
