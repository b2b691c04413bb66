import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Determination } from '../../contracts/determination.js';
import {
  determine,
  frameFromScenario,
  issueCertificate,
  loadRuleSetFrom,
  routesOf,
  scenarioOf,
  verifyCertificate,
  type Certificate,
} from '../../rules/engine/index.js';
import { certified, contentInForce, registers, root, ruleSet, version } from './support/certificates.js';

const copy = (certificate: Certificate): Certificate => structuredClone(certificate);
const verify = (json: unknown) => verifyCertificate(json, { version });
/** The findings on a certificate that was changed, each as its name and what is wrong with it. */
async function foundAfter(certificate: Certificate, change: (one: Certificate) => void): Promise<string[]> {
  const changed = copy(certificate);
  change(changed);
  const { verdict, findings } = await verify(changed);
  expect(verdict).toBe('differs');
  return findings.map(({ what, says }) => `${what} ${says}`);
}

let whole: Certificate;
beforeAll(async () => {
  whole = await certified('SC01');
});

describe('a rule set is its content', () => {
  it('reads the same from its content as from its files: digest, order of evaluation, results', async () => {
    const again = loadRuleSetFrom(JSON.parse(ruleSet.content));
    expect(again.digest).toBe(ruleSet.digest);
    expect(again.strata).toEqual(ruleSet.strata);
    const facts = scenarioOf(JSON.parse(readFileSync(`${root}examples/SC09.json`, 'utf8'))).facts;
    const frame = frameFromScenario(ruleSet, registers, facts);
    const of = (rules: typeof ruleSet): Promise<Determination> =>
      determine({ ruleSet: rules, frame, salt: 's' });
    expect(await of(again)).toEqual(await of(ruleSet));
  });

  it('keeps the order of routes and their variants, though canonical text sorts what is named', () => {
    const again = loadRuleSetFrom(JSON.parse(ruleSet.content));
    const order = ({ catalogue }: typeof ruleSet): string[] => catalogue.routes.flatMap(routesOf);
    expect(order(again)).toEqual(order(ruleSet));
  });

  it('reads content that names the variants of a route by their key, as it was kept before', () => {
    const content = contentInForce();
    const byKey = content.catalogue.routes.map(({ variants, ...route }) => ({
      ...route,
      variants: Object.fromEntries(variants.map(({ id, ...one }) => [id, one])),
    }));
    const read = loadRuleSetFrom({ ...content, catalogue: { ...content.catalogue, routes: byKey } });
    expect(read.catalogue.byFamily).toEqual(ruleSet.catalogue.byFamily);
  });

  it('keeps its digest when a later program reads more into it than it says', () => {
    const content = contentInForce();
    delete content.wordings;
    const digest = createHash('sha256')
      .update(canonicalize(content) ?? '')
      .digest('hex');
    expect(digest).not.toBe(ruleSet.digest);
    expect(loadRuleSetFrom(content).digest).toBe(digest);
  });

  it('names the place of what cannot be so in a content, as it names file and line', () => {
    const content = contentInForce();
    content.pages[0]?.then.splice(0, 1, { safeguard: 'NO_SUCH_SAFEGUARD' });
    expect(() => loadRuleSetFrom(content)).toThrow(/\/pages\/0\/then\/0.*NO_SUCH_SAFEGUARD/);
    expect(() => loadRuleSetFrom({})).toThrow(/\/pages/);
  });
});

describe('a certificate', () => {
  it('is valid as it was issued, also after it was written to a file and read again', async () => {
    expect(await verify(JSON.parse(JSON.stringify(whole, null, 2)))).toEqual({
      verdict: 'valid',
      findings: [],
      notes: [],
    });
  });

  it.each(['SC04', 'SC09', 'SC14', 'SC28', 'SC40'])(
    'of %s is computed again to the same digest',
    async (name) => {
      const { verdict, findings } = await verify(await certified(name));
      expect({ verdict, findings }).toEqual({ verdict: 'valid', findings: [] });
    },
  );

  it('names the fact that was changed', async () => {
    const found = await foundAfter(whole, ({ frame }) => {
      frame.case['offence.maxPenaltyMonths'] = 1;
    });
    expect(found).toEqual(['fact offence.maxPenaltyMonths of the case is not as it was certified']);
  });

  it('names the register entry that was changed, and the fact that rests on it', async () => {
    const found = await foundAfter(whole, ({ frame }) => {
      const [item] = frame.items;
      const source = frame.sources[item?.id ?? '']?.['relation.bothParty'];
      if (source) source.at = '2026-04-26';
    });
    expect(found).toEqual([
      expect.stringMatching(
        /^register entry treaties\/KZ treaties\/IE \(fact relation.bothParty of \w+\) is not as it was/,
      ),
    ]);
  });

  it('names the rule page that was changed', async () => {
    const found = await foundAfter(whole, ({ ruleSet: { content } }) => {
      if (isContent(content))
        content.pages.filter(({ id }) => id === 'S02').forEach((page) => (page.title += '.'));
    });
    expect(found).toEqual(['rule page S02 is not as it was certified']);
  });

  it('names the part of the result that was changed', async () => {
    const found = await foundAfter(whole, ({ result }) => {
      const { steps } = result;
      const step: unknown = Array.isArray(steps) ? steps.at(0) : undefined;
      if (typeof step === 'object' && step !== null) Reflect.set(step, 'addressee', 'Another');
    });
    expect(found).toEqual([expect.stringMatching(/^result, steps 1 \(.*\) is not as it was certified$/)]);
  });

  it.each([
    ['text as it was read', (one: Certificate) => void (one.text += ' ')],
    ['salt of the case', (one: Certificate) => void (one.salt = 'salt of the Case')],
    ['trace digest', (one: Certificate) => void (one.traceDigest = '0')],
    ['day of issue', (one: Certificate) => void (one.issuedAt = '2026-11-25T09:00:00.000Z')],
    ['record of the determination', (one: Certificate) => void (one.determination.caseVersion = 4)],
    ['rule set, digest', (one: Certificate) => void (one.ruleSet.digest = '0')],
  ])('names the %s', async (what, change) => {
    expect(await foundAfter(whole, change)).toEqual([`${what} is not as it was certified`]);
  });

  it('tells a line of its list of parts from the part itself', async () => {
    const found = await foundAfter(whole, ({ parts }) => {
      parts['fact/case/requestingState'] = '0';
    });
    expect(found).toEqual([
      'fact requestingState of the case is as it was certified; its line in the list of parts was changed',
    ]);
    expect(await foundAfter(whole, (one) => void (one.seal = '0'))).toEqual([
      'seal is not the seal of this list of parts',
    ]);
  });

  it('names what was taken out and what was put in', async () => {
    const found = await foundAfter(whole, ({ frame }) => {
      delete frame.case['threat.toLife'];
      frame.case['threat.toProperty'] = true;
    });
    expect(found.sort()).toEqual([
      'fact threat.toLife of the case was certified and is not here',
      'fact threat.toProperty of the case is here and was not certified',
    ]);
  });

  it('does not believe a result that was made coherent: computed again it comes out otherwise', async () => {
    const { result, frame } = copy(whole);
    const forged = issueCertificate({
      ...whole,
      frame: { ...frame, case: { ...frame.case, 'requestingAuthority.competent': false } },
      result: { ...(await truly()), ...result },
      ruleSetContent: ruleSet.content,
    });
    const { verdict, findings } = await verify(forged);
    expect(verdict).toBe('differs');
    expect(findings.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['result/digest', 'traceDigest']),
    );
    expect(findings.map(({ says }) => says)).toContain('comes out otherwise when it is computed again');
  });

  it('is held against the trace digest of the audit trail where that is given', async () => {
    const held = await verifyCertificate(whole, { version, traceDigest: 'f'.repeat(64) });
    expect(held.findings.map(({ part }) => part)).toEqual(['traceDigest']);
  });

  it('without the rule set is complete only together with it', async () => {
    const light = await certified('SC01', { byReference: true });
    expect(light.ruleSet.content).toBeUndefined();
    const alone = await verify(light);
    expect(alone.verdict).toBe('incomplete');
    expect(alone.notes.join()).toContain(`/v1/rule-sets/${ruleSet.digest}`);
    const content = contentInForce();
    const together = await verifyCertificate(light, { version, ruleSetContent: () => content });
    expect(together).toEqual({ verdict: 'valid', findings: [], notes: [] });
    const [, , page] = content.pages;
    if (page) page.title = 'Another title';
    const other = await verifyCertificate(light, { version, ruleSetContent: () => content });
    expect(other.findings.map(({ what }) => what)).toEqual([`rule page ${page?.id ?? ''}`]);
  });

  it('of another version stands on what decides; what only explains is noted', async () => {
    const older = issueCertificate({
      ...whole,
      frame: whole.frame,
      result: { ...(await truly()), explanation: [] },
      ruleSetContent: ruleSet.content,
    });
    const now = await verifyCertificate(older, { version: '2.0.0' });
    expect(now.verdict).toBe('valid');
    expect(now.notes.join()).toContain('explain and do not decide');
    expect((await verify(older)).verdict).toBe('differs');
  });
});

const truly = (): Promise<Determination> => determine({ ruleSet, frame: whole.frame, salt: whole.salt });

type Content = { pages: { id: string; title: string }[] };
const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && 'pages' in value;
