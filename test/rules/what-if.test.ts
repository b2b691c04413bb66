import { describe, expect, it } from 'vitest';
import { Asked, type Met } from '../../rules/workbench/impact/impact.js';
import { htmlOf } from '../../rules/workbench/report/html.js';
import { markdownOf } from '../../rules/workbench/report/markdown.js';
import { reportOf } from '../../rules/workbench/what-if/report.js';
import { grammar, NotSupposed, supposedIn } from '../../rules/workbench/what-if/sentence.js';
import { study } from '../../rules/workbench/what-if/study.js';
import { supposing } from '../../rules/workbench/what-if/supposing.js';
import { typicalCases } from '../../rules/workbench/what-if/typical-cases.js';
import { realRules } from './support/real-rules.js';

const live = realRules();
const refused = (sentence: string): string => {
  try {
    supposing(supposedIn(sentence, live), live);
  } catch (error) {
    if (error instanceof NotSupposed) return error.message;
    throw error;
  }
  return 'taken';
};

/** What a case between two States, or about a provider, comes to. */
function met(sentence: string, between: string, what: string, day?: string) {
  const supposed = supposedIn(sentence, live);
  const one = typicalCases(supposed, live).find(
    (typical) => typical.between === between && typical.what === what,
  );
  if (one === undefined) throw new Error(`no case ${between}, ${what}`);
  const candidate = supposing(supposed, live);
  return new Asked({ live, candidate, day: day ?? supposed.from, checks: 'ASSUMED' }).onFile(one.frame);
}

function turned(one: Met): { gains: readonly string[]; loses: readonly string[] } {
  if (!('gains' in one)) throw new Error(`nothing turned: ${one.kind}`);
  return one;
}

const joins = 'KZ party to BUDAPEST from 2027-01-01';

describe('a State that would join a treaty', () => {
  it('gains preservation through the State asked, towards Parties only, and from the day on only', () => {
    expect(turned(met(joins, 'KZ asks DE', 'TRAFFIC, ordinary')).gains).toContain('ART29');
    expect(met(joins, 'DE asks KZ', 'TRAFFIC, ordinary')).toMatchObject({ kind: 'changed-plan' });
    expect(met(joins, 'KZ asks UZ', 'TRAFFIC, ordinary').kind).toBe('unchanged');
    expect(met(joins, 'KZ asks DE', 'TRAFFIC, ordinary', '2026-12-31').kind).toBe('unchanged');
  });

  it('loses it again by leaving', () => {
    expect(
      turned(met('DE leaves BUDAPEST from 2027-01-01', 'DE asks US', 'TRAFFIC, ordinary')).loses,
    ).toContain('ART29');
  });

  it('leaves the registers at hand as they are', () => {
    supposing(supposedIn(joins, live), live);
    expect(live.registers.states.get('KZ')?.treaties['budapest']).toMatchObject([{ status: 'invited' }]);
  });
});

describe('a policy or a period that would be another', () => {
  it('takes preservation at the provider away where it says no', async () => {
    const found = await study('provider tiktok preservation.accepts becomes no from 2027-01-01', live);
    expect(
      found.turns.filter(({ turn, route }) => turn === 'lost' && route === 'PROV_PRES').length,
    ).toBeGreaterThan(0);
    expect(found.generated['changed-plan']).toBeGreaterThan(0);
    const report = reportOf(found, {});
    expect(markdownOf(report)).toContain('| TRAFFIC, ordinary | PROV_PRES | lost | 5: KZ asks tiktok');
    expect(htmlOf(report)).toContain('<td>TRAFFIC, ordinary</td><td>PROV_PRES</td><td>lost</td>');
  }, 60_000);

  it('lets a preservation be renewed later where the period before its end is shorter', () => {
    const shorter = 'parameter preservation.window becomes 5 days from 2027-01-01';
    expect(met(shorter, 'KZ asks tiktok', 'TRAFFIC, preservation runs out in 20 days').kind).toBe(
      'changed-plan',
    );
    expect(met(shorter, 'KZ asks tiktok', 'TRAFFIC, ordinary').kind).toBe('unchanged');
  });
});

describe('a sentence of another grammar', () => {
  it.each([
    ['KZ party to BUDAPST from 2027-01-01', 'Did you mean "BUDAPEST"?'],
    ['KX party to BUDAPEST from 2027-01-01', '"KX" is no State of the registers.'],
    ['KZ party to BUDAPEST from 2027-02-30', 'no date that exists'],
    ['KZ joins BUDAPEST', grammar[0]],
    ['provider tiktokk preservation.days becomes 60 from 2027-01-01', 'Did you mean "tiktok"?'],
    ['provider tiktok preservation.accepts becomes perhaps from 2027-01-01', '"yes"|"no"|"unknown"'],
    ['provider tiktok preservation.colour becomes red from 2027-01-01', 'no "preservation.colour"'],
    ['parameter preservation.windw becomes 5 days from 2027-01-01', 'Did you mean "preservation.window"?'],
    ['parameter mla.primaryOrder becomes 5 from 2027-01-01', 'is no number'],
  ])('%s is refused with what is allowed', (sentence, says) => {
    expect(refused(sentence)).toContain(says);
  });
});
