import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError, type Fault } from '../../contracts/errors.js';
import type { FactVersion, Identifier } from '../../contracts/facts.js';
import {
  awaitsSecondReading,
  differences,
  digestOfIdentifiers,
  isIdentifiers,
  readCharacters,
  readIdentifier,
} from '../../rules/engine/index.js';
import { currentFacts, recordFacts } from '../../store/index.js';
import type { Reading } from '../../store/index.js';
import { actOn, personOf } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { proposeAnew } from '../determining.js';
import { changeHeaders, etagOfVersion, versionInIfMatch } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { identifiersView, secondReading, secondReadingDone } from '../schemas/identifiers.js';
import { proposalOf } from '../schemas/proposal.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['facts'];
const itemParams = caseParams.extend({ itemId: z.string().max(40) });
const secondReadingFact = 'identifiers.secondReading';

type OnFile = { version: FactVersion; identifiers: readonly Identifier[]; readDigest: string | undefined };

/** The identifiers of an item as they stand, and which of them were read a second time. Throws NOT_FOUND. */
async function onFile(read: Reading, caseId: string, item: string): Promise<OnFile> {
  const facts = (await currentFacts(read, caseId)).filter((one) => one.item === item && one.known);
  const version = facts.find(({ fact }) => fact === 'identifiers');
  if (version === undefined || !isIdentifiers(version.value)) throw new RogatoryError('NOT_FOUND');
  const second = facts.find(({ fact }) => fact === secondReadingFact)?.value;
  return {
    version,
    identifiers: version.value,
    readDigest: typeof second === 'string' ? second : undefined,
  };
}

function readingOf(identifier: Identifier): z.infer<typeof identifiersView>['identifiers'][number] {
  const read = readIdentifier(identifier);
  if ('faults' in read) {
    const { shown, notes } = readCharacters(identifier.value);
    const faults = read.faults.map(({ detail }) => detail);
    return { identifier, shown, proof: 'UNCHECKED', ascii: null, notes: [...notes, ...faults], time: null };
  }
  const { shown, proof, ascii, notes, time } = read.reading;
  return { identifier, shown, proof, ascii, notes, time };
}

function stateOf({ identifiers, readDigest }: OnFile): 'NOT_NEEDED' | 'AWAITED' | 'DONE' {
  if (readDigest === digestOfIdentifiers(identifiers)) return 'DONE';
  return awaitsSecondReading(identifiers, readDigest) ? 'AWAITED' : 'NOT_NEEDED';
}

/**
 * Holds a second reading against what is on file; answers in words how it was read.
 * Throws IDENTIFIER_READING_SELF for who reads his or her own typing, IDENTIFIER_READING_DIFFERS with the places.
 */
function heldAgainst(
  { identifiers, version }: OnFile,
  body: z.infer<typeof secondReading>,
  reader: string,
): string {
  if ('identifiers' in body) {
    const faults = differences(identifiers, body.identifiers);
    if (faults.length > 0) throw differs(faults.map((one) => placedIn('/identifiers', one)));
    return version.by === reader ? 'typed again by the same person' : 'typed again by another person';
  }
  if (version.by === reader) throw new RogatoryError('IDENTIFIER_READING_SELF');
  if (body.readDigest === digestOfIdentifiers(identifiers)) return 'read by a second person';
  throw differs([
    { pointer: '/readDigest', detail: 'The identifiers on file are not those that were read.' },
  ]);
}

const placedIn = (place: string, { pointer, detail }: Fault): Fault => ({ pointer: place + pointer, detail });
const differs = (faults: readonly Fault[]): RogatoryError =>
  new RogatoryError('IDENTIFIER_READING_DIFFERS', { faults });

/** Identifiers of an item as a careful reader has to see them, and their second reading. */
export const identifierRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/cases/:caseId/items/:itemId/identifiers',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Identifiers of an item: what cannot be seen, punycode, times in UTC, check digits',
          params: itemParams,
          response: answers({ 200: identifiersView }),
        },
      },
      async (request, reply) => {
        const { caseId, itemId } = request.params;
        const found = await caseOf(deps.store.read, request, caseId);
        const file = await onFile(deps.store.read, found.id, itemId);
        void reply.header('etag', etagOfVersion(found.version));
        return {
          item: itemId,
          identifiers: file.identifiers.map(readingOf),
          digest: digestOfIdentifiers(file.identifiers),
          recordedBy: file.version.by,
          secondReading: stateOf(file),
        };
      },
    );

    app.post(
      '/cases/:caseId/items/:itemId/identifiers/confirm',
      {
        config: { action: 'facts.record', audit: 'FACTS_RECORDED' },
        schema: {
          tags,
          summary: 'Read typed identifiers a second time',
          description:
            'Another person sends `readDigest` of what was read; anybody of the case may send `identifiers` typed again. ' +
            'The reading stands for exactly these identifiers and falls with the next version of them.',
          headers: changeHeaders,
          params: itemParams,
          body: secondReading,
          response: answers(
            changeStatuses(changed(secondReadingDone)),
            ...withBody,
            'IF_MATCH_MISSING',
            'VERSION_STALE',
            'IDENTIFIER_READING_DIFFERS',
            'IDENTIFIER_READING_SELF',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { caseId, itemId } = request.params;
          const found = await caseOf(tx, request, caseId);
          const act = actOn(request, at);
          const expectedVersion = versionInIfMatch(request);
          const file = await onFile(tx, found.id, itemId);
          const source = `second reading: ${heldAgainst(file, request.body, personOf(request).id)}`;
          const value = digestOfIdentifiers(file.identifiers);
          const answer = { fact: secondReadingFact, item: itemId, known: true, value, source };
          const input = { caseId: found.id, expectedVersion, answers: [answer] };
          const { versions, caseVersion, relays } = await recordFacts(tx, act, input);
          const [version] = versions;
          if (version === undefined) throw new RogatoryError('INTERNAL', { internal: 'no version written' });
          const proposal = proposalOf(await proposeAnew(deps, tx, { caseId: found.id, cause: 'FACTS', at }));
          return { body: { caseVersion, version, proposal }, etag: etagOfVersion(caseVersion), relays };
        }),
    );
  };
