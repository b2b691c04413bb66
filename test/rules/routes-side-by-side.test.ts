import { describe, expect, it } from 'vitest';
import { routeFamilies } from '../../contracts/codes.js';
import type { StepView } from '../../contracts/route-view.js';
import { languages, prose, routesSideBySide } from '../../rules/engine/index.js';
import { determined, ruleSet, scenarioIds } from './support/golden.js';

const viewsOf = async (id: string) => {
  const { determination, frame } = await determined(id);
  return { determination, frame, views: routesSideBySide(determination, ruleSet, frame) };
};

/** Routes of which no office has a figure: nobody can say how long a person thinks, nor how long law that is not in force takes. */
const withoutFigure: readonly string[] = ['CONSENT', 'UNCC', 'SAP2'];

const gapsOf = ({
  addressee,
  basis,
  approvals,
  firstClock,
  blockedBy,
  needs,
  state,
  items,
}: StepView): string[] => [
  ...(addressee === '' ? ['addressee'] : []),
  ...(basis.length === 0 ? ['basis'] : []),
  ...(items.length === 0 ? ['items'] : []),
  ...(approvals.length === 0 ||
  approvals.some(({ roles, within }) => roles.length === 0 || within.amount <= 0)
    ? ['approvals']
    : []),
  ...(firstClock === null || firstClock.reference.trim() === '' ? ['first clock'] : []),
  ...((state === 'blocked') === blockedBy.length > 0 ? [] : ['state']),
  ...blockedBy
    .filter(
      ({ cure, code }) =>
        cure.fact === '' || (cure.by.length === 0 && ruleSet.texts.questions[code] === undefined),
    )
    .map(({ code }) => `cure of ${code}`),
  ...needs.filter(({ question, fact }) => question.trim() === '' || fact === '').map(() => 'question'),
];

describe('Routes side by side', () => {
  for (const id of scenarioIds)
    it(`${id}: a route that is not taken says whom it would go to, on which basis, who would sign, and its clock`, async () => {
      const { views } = await viewsOf(id);
      const gaps = views.flatMap(({ family, steps, wouldBe }) => {
        if (steps.length > 0) return wouldBe === null ? [] : [`${family}: taken, and would be`];
        if (wouldBe === null) return [`${family}: nothing`];
        const { addressees, basis, approvals, firstClock, needs } = wouldBe;
        return [
          ...((addressees.length > 0 || family === 'SAP2') && !addressees.includes('')
            ? []
            : [`${family}: addressee`]),
          ...(basis.length > 0 ? [] : [`${family}: basis`]),
          ...(approvals.length > 0 && approvals.every(({ roles }) => roles.length > 0)
            ? []
            : [`${family}: approvals`]),
          ...(firstClock !== null && firstClock.reference !== '' ? [] : [`${family}: first clock`]),
          ...needs.filter(({ question }) => question === '').map(() => `${family}: question`),
        ];
      });
      expect(gaps).toEqual([]);
    });

  for (const id of scenarioIds)
    it(`${id}: every route that is not taken names a failing condition with its citation`, async () => {
      const { determination, views } = await viewsOf(id);
      expect(views.map(({ family }) => family).sort()).toEqual([...routeFamilies].sort());
      const nameless = views.flatMap(({ family, steps, shut }) => [
        ...(steps.length === 0 && shut.length === 0 ? [`${family}: neither taken nor shut`] : []),
        ...shut
          .filter(
            ({ because }) =>
              because.length === 0 ||
              because.some(({ fact, citation }) => fact === '' || citation.trim() === ''),
          )
          .map(({ route }) => route),
      ]);
      expect(nameless).toEqual([]);
      expect(views.flatMap(({ shut }) => shut.map(({ route, reason }) => `${route} ${reason}`))).toEqual(
        determination.alternates.map(({ route, reason }) => `${route} ${reason}`),
      );
    });

  for (const id of scenarioIds)
    it(`${id}: every item that a route is not taken for has its own failing condition`, async () => {
      const { views } = await viewsOf(id);
      const bare = views.flatMap(({ family, shut, elsewhere }) =>
        [...shut, ...(elsewhere === null ? [] : [{ ...elsewhere, route: family }])].flatMap(
          ({ route, items, because }) =>
            items
              .filter(
                (item) =>
                  !because.some(({ subjects }) => subjects.includes(item) || subjects.includes('case')),
              )
              .map((item) => `${route} for ${item}`),
        ),
      );
      expect(bare).toEqual([]);
    });

  for (const id of scenarioIds)
    it(`${id}: everything an officer weighs is filled in, for every route and every step`, async () => {
      const { views } = await viewsOf(id);
      const gaps = views.flatMap((view) => [
        ...(view.title.length > 3 ? [] : [`${view.family}: title`]),
        ...(view.expectedTime === null && !withoutFigure.includes(view.family)
          ? [`${view.family}: time`]
          : []),
        ...(view.expectedTime !== null && view.expectedTime.source.trim() === ''
          ? [`${view.family}: source`]
          : []),
        ...(view.state === 'open' && !view.steps.some(({ state }) => state === 'open')
          ? [`${view.family}: open`]
          : []),
        ...(view.state === 'shut' && view.steps.length + view.removedBy.length > 0
          ? [`${view.family}: shut`]
          : []),
        ...view.removedBy
          .filter(({ cure }) => cure.fact === '' || cure.by.length === 0)
          .map(({ code }) => `${view.family}: cure of ${code}`),
        ...view.steps.flatMap((step) => gapsOf(step).map((gap) => `${view.family}: ${gap}`)),
      ]);
      expect(gaps).toEqual([]);
    });

  it('holds a drafted request back, with the cure and who can cure it', async () => {
    const { views } = await viewsOf('SC14');
    const mla = views.find(({ family }) => family === 'MLA');
    expect(mla?.state).toBe('blocked');
    expect(mla?.steps[0]?.blockedBy.map(({ code, cure }) => [code, cure.is, cure.by])).toEqual([
      ['AUTHORISATION_MISSING', 'COURT', ['PROSECUTOR']],
    ]);
    expect(mla?.steps[0]?.approvals.map(({ step }) => step)).toContain('central-authority');
    expect(mla?.expectedTime).toMatchObject({ from: 6, to: 24, unit: 'month' });
    expect(views.find(({ family }) => family === 'PROV_PRES')?.state).toBe('open');
    expect(views.find(({ family }) => family === 'SAP2')?.state).toBe('dormant');
  });

  it('names what the document still needs, and not what is known', async () => {
    const { views } = await viewsOf('SC14');
    const needs = views.flatMap(({ family, steps }) =>
      family === 'MLA' ? steps.flatMap((step) => step.needs.map(({ fact }) => fact)) : [],
    );
    expect(needs).toContain('relevance');
    expect(needs).not.toContain('offence.summary');
    expect(needs).not.toContain('identifiers');
  });
});

describe('Wording', () => {
  const codes = ruleSet.texts;
  const russian = ruleSet.wordings.filter(({ language }) => language === 'ru');

  it('has every code, label and route in Russian, marked as a draft', () => {
    for (const kind of ['reasons', 'blockers', 'questions', 'safeguards', 'bases', 'measures'] as const)
      expect([...new Set(russian.flatMap((file) => Object.keys(file[kind])))].sort(), kind).toEqual(
        Object.keys(codes[kind]).sort(),
      );
    const english = ruleSet.wordings.filter(({ language }) => language === 'en');
    const keys = new Set(english.flatMap((file) => Object.keys(file.labels)));
    const labels = [...new Set(russian.flatMap((file) => Object.keys(file.labels)))];
    expect(labels.filter((key) => key !== 'draft').sort()).toEqual([...keys].sort());
    expect(russian.every(({ status }) => status === 'draft')).toBe(true);
  });

  it('leaves no label unresolved and no place unfilled in any language', async () => {
    for (const id of scenarioIds) {
      const { determination, frame } = await determined(id);
      for (const language of languages) {
        const text = prose(determination, ruleSet, language, frame);
        expect(text).not.toMatch(/\{\w+\}|undefined|section\.|step\.|shut\.|blocker\.|word\.|\[object/);
      }
    }
  });

  it('says of every translation that it is a draft, and of every sentence that fell back in which language it stands', async () => {
    const { determination, frame } = await determined('SC14');
    for (const language of languages.filter((one) => one !== 'en'))
      expect(prose(determination, ruleSet, language, frame).split('\n')[0]).toContain('DRAFT TRANSLATION');
    expect(prose(determination, ruleSet, 'en', frame)).not.toContain('DRAFT TRANSLATION');
    expect(prose(determination, ruleSet, 'tg', frame)).toContain('[ru]');
    expect(prose(determination, ruleSet, 'ru', frame)).not.toContain('[ru]');
  });

  it('shows assumed facts and rules that nobody has confirmed', async () => {
    const { determination, frame } = await determined('SC14');
    const forgetful = {
      ...frame,
      items: frame.items.map(({ id, facts }) => ({
        id,
        facts: Object.fromEntries(
          Object.entries(facts).filter(([fact]) => fact !== 'provider.preservation.accepts'),
        ),
      })),
    };
    const { determine } = await import('../../rules/engine/index.js');
    const again = await determine({ ruleSet, frame: forgetful, salt: 'test' });
    const text = prose(again, ruleSet, 'en', forgetful);
    expect(text).toMatch(
      /Assumed, because nobody has said so:\n(.*\n)*.*the provider preserves for foreign police/,
    );
    expect(text).toContain(`yet to confirm:\n  ${determination.unconfirmedRules[0]}`);
  });

  it('shows register entries older than the limit', async () => {
    const { determination, frame } = await determined('SC14');
    const aged = {
      ...determination,
      explanation: determination.explanation.map((one) => ({
        ...one,
        condition: {
          kind: 'leaf' as const,
          fact: 'provider.trusted',
          word: 'is',
          expected: true,
          seen: true,
          holds: true,
          reading: 'true' as const,
          basis: 'known' as const,
          source: { kind: 'register' as const, ref: 'providers/apple#trusted', at: '2025-01-31' },
        },
      })),
    };
    expect(prose(aged, ruleSet, 'en', frame)).toMatch(
      /older than 180 days:\n.*providers\/apple#trusted of 2025-01-31/,
    );
    expect(prose(determination, ruleSet, 'en', frame)).not.toContain('older than 180 days');
  });
});
