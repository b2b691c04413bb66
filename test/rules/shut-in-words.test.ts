import { describe, expect, it } from 'vitest';
import { prose, routesSideBySide } from '../../rules/engine/index.js';
import { determined, goldenOf, ruleSet } from './support/golden.js';

const viewOf = async (id: string, family: string) => {
  const { determination, frame } = await determined(id);
  const view = routesSideBySide(determination, ruleSet, frame).find((one) => one.family === family);
  return [...(view?.shut ?? []), ...(view?.elsewhere ? [view.elsewhere] : [])].flatMap(
    ({ because }) => because,
  );
};

describe('A route that is not taken', () => {
  it('names every way to mend a condition that leaves a choice, each with all that must be so', async () => {
    const inquiry = (await viewOf('SC07', 'P2P')).find(
      ({ page, subjects }) => page === 'I07' && subjects.includes('I1'),
    );
    expect(inquiry?.ways.map((way) => way.map(({ fact, seen }) => [fact, seen]))).toEqual([
      [
        ['proceedings.purpose', 'BOTH'],
        ['direct.possible', true],
      ],
      [
        ['mla.needed', false],
        ['direct.answers', true],
      ],
    ]);
    expect(goldenOf('SC07', 'en')).toContain(
      'must be a lead; it is a lead and evidence and, with it, "direct disclosure by the provider is possible" must be no; it is yes; or else "mutual assistance is needed now" must be yes',
    );
  });

  it('names what else of the same page fails, so that one answer is not taken for enough', async () => {
    const [consent] = await viewOf('SC07', 'CONSENT');
    expect(consent?.fact).toBe('consent.given');
    expect(consent?.further).toEqual(['consent.voluntary', 'consent.lawfulAuthority']);
  });

  it('breaks a condition under a "not" by any of its parts', async () => {
    const edr = (await viewOf('SC06', 'EDR')).find(({ reason }) => reason === 'CATEGORY_NOT_AVAILABLE');
    expect(edr?.ways.map((way) => way.map(({ fact, negated }) => [fact, negated]))).toEqual([
      [['dataCategory', true]],
      [['custodian.regimes', true]],
    ]);
  });

  it('says item by item which of the two States is no Party', async () => {
    const reasons = (await viewOf('SC37', 'ART29')).map(({ reason, subjects }) => [reason, subjects]);
    expect(reasons).toContainEqual(['NOT_PARTY_REQUESTING', ['I1']]);
    expect(reasons).toContainEqual(['NOT_PARTY_BOTH', ['I2']]);
  });

  it('says of each reason for which items it is true, with the condition of these', () => {
    const lines = goldenOf('SC10', 'en').split('\n');
    const also = lines.findIndex((line) => line.includes('Also for I1: The data are already preserved.'));
    expect(also).toBeGreaterThan(0);
    expect(lines[also + 1]).toMatch(/S04 \(I1\): "the data are already preserved" must be no; it is yes/);
  });
});

describe('What a reason rests on', () => {
  it('is told for every fact that the rules conclude, with what the concluding page lacks', () => {
    const [, part = ''] =
      /Conclusions that these reasons rest on:\n([^]*?)\n\n/.exec(goldenOf('SC07', 'en')) ?? [];
    expect(part).toMatch(
      /"mutual assistance is needed now" - no \(I1, I2\), for F00 is not met: "direct disclosure by the provider is possible" must be no; it is yes; or else/,
    );
    expect(part).toMatch(
      /"direct disclosure by the provider is possible" - yes \(I1, I2\), D40: The provider would/,
    );
  });

  it('says of each treaty in force why the request does not rest on it', () => {
    expect(goldenOf('SC13', 'en')).toContain(
      'In force between the two States, but no basis here: UN Organized Crime Convention (F05: "an organised criminal group committed the offence" must be yes; it is no); UN Corruption Convention (F06: "offence" must be corruption; it is',
    );
    expect(goldenOf('SC13', 'en')).toContain('Comity; letters rogatory');
  });
});

describe('The hour of a harm', () => {
  it('is counted from the instant at which it was recorded, and asked for where none is on file', async () => {
    const { determination, frame } = await determined('SC06');
    const at = '2026-11-21T08:30:00.000Z';
    const dated = {
      ...frame,
      sources: { case: { 'threat.hoursToHarm': { kind: 'person' as const, ref: 'call', at } } },
    };
    expect(prose(determination, ruleSet, 'en', dated)).toContain(
      'harm is expected by 2026-11-21 14:30 UTC, 6 hours after 2026-11-21 08:30 UTC',
    );
    expect(prose(determination, ruleSet, 'en', frame)).toContain('from which moment is not on file');
  });
});

describe('A duty of its own condition', () => {
  it('is told only where it stands: no formal process for evidence where a life alone is to be saved', () => {
    expect(goldenOf('SC06', 'en')).toContain('Start the court or formal process');
    expect(goldenOf('SC40', 'en')).not.toContain('Start the court or formal process');
  });

  it('does not keep the clocks of a step that is ready behind those of one still to be written', () => {
    const clocks = goldenOf('SC40', 'en')
      .split('\n')
      .find((line) => line.includes('Clocks that start with the plan'));
    expect(clocks).toMatch(/signature on step 1, within 15 min.*2 signatures on step 2, side by side/);
  });

  it('with a time stands at the head with the event from which it runs', () => {
    const [, head = ''] = /In short:\n([^]*?)\n\n/.exec(goldenOf('SC40', 'en')) ?? [];
    expect(head).toMatch(/Duties with a time of their own:.*time runs from its dispatch \(2 hours\)/);
  });
});
