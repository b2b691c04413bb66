import { describe, expect, it } from 'vitest';
import { documentForms, type DocumentForm } from '../../contracts/codes.js';
import { printLetters } from '../../activities/documents/draft.js';
import { UnprintableError } from '../../activities/documents/render.js';
import { trainingMark } from '../../activities/documents/resolve-form.js';
import { aDraft, aLot, fullCaseFacts, fullItemFacts, unknowing } from './support/a-draft.js';
import { filled, formSet, letterOf, lotOf, materialFor, renderer } from './support/forms.js';
import { pageTexts, squeezed } from './support/pdf-text.js';

const pdfText = (form: DocumentForm, material = materialFor(form), training = true): string[] =>
  pageTexts(renderer.render(letterOf(form, material, { training }), 1).bytes);

describe.each(documentForms)('%s', (form) => {
  it('prints every field the form requires, with its number and title', () => {
    const text = pdfText(form).join('');
    const required = formSet.forms[form].fields.filter((field) => field.required === 'R');
    expect(required.length).toBeGreaterThan(5);
    for (const field of required) expect(text).toContain(squeezed(field.number + field.title));
  });

  it('prints every line of the canonical content, so that PDF and JSON say the same', () => {
    const letter = letterOf(form, materialFor(form));
    const text = pageTexts(renderer.render(letter, 1).bytes).join('');
    for (const line of letter.fields.flatMap((field) => field.lines))
      expect(text).toContain(squeezed(line.text));
  });

  it('copies each identifier verbatim, with port, time, zone and destination', () => {
    const text = pdfText(form).join('');
    for (const verbatim of [
      '178414000000001',
      '203.0.113.7',
      'port 50211',
      'at 2026-05-02 10:15:02',
      'time zone UTC+05:00',
      'in UTC 2026-05-02T05:15:02Z',
      'in UTC 2026-02-28T19:00:00Z to 2026-05-31T18:59:59Z',
    ]) {
      expect(text).toContain(squeezed(verbatim));
    }
  });

  it('carries the training mark on every page and voids every signature in training', () => {
    const pages = pdfText(form);
    for (const page of pages) expect(page).toContain(squeezed(trainingMark));
    const blocks = letterOf(form, materialFor(form)).signatures.length;
    expect(pages.join('').split('VOID-TRAINING').length - 1).toBe(blocks);
  });

  it('prints no real address, number or portal in training, and prints them on a site', () => {
    const real = [
      'real.unit@police.example',
      '+7 7172 00000',
      'Real Street',
      'portal.real-provider',
      'contact@justice.example',
    ];
    const training = pdfText(form).join('');
    for (const one of real) expect(training).not.toContain(squeezed(one));
    const site = pdfText(form, materialFor(form), false).join('');
    expect(real.some((one) => site.includes(squeezed(one)))).toBe(true);
    expect(site).not.toContain(squeezed(trainingMark));
    expect(site).not.toContain('VOID');
  });

  it('is byte for byte the same when it is rendered again', () => {
    const letter = letterOf(form, materialFor(form));
    expect(Buffer.compare(renderer.render(letter, 3).bytes, renderer.render(letter, 3).bytes)).toBe(0);
  });

  it('stops at each required fact that nobody has said, and names field and fact', () => {
    for (const field of formSet.forms[form].fields.filter((one) => one.required === 'R' && !one.atLeastOne)) {
      for (const part of field.from.filter((one) => !one.optional && one.when === undefined)) {
        const inTraining = 'inTraining' in part && part.inTraining !== undefined;
        const fact = 'fact' in part ? part.fact : 'item' in part ? part.item : undefined;
        if (fact === undefined) continue;
        const { missing } = filled(form, unknowing(materialFor(form), [fact]), { training: !inTraining });
        const named = missing.find((one) => one.field === `${form}.${field.id}`);
        expect(named, `${form}.${field.id} without ${fact}`).toBeDefined();
        expect(named?.facts).toContain(fact);
        expect(named?.says).toContain(field.title);
      }
    }
  });
});

describe.each(['D-04', 'D-06', 'D-07'] as const)('%s after an answer in part', (form) => {
  it('says of each item what is still missing, and nothing of it where all came', () => {
    const gaps = [
      { item: 'I1', lacks: { kind: 'WHOLE' } },
      { item: 'I2', lacks: { kind: 'PERIOD', from: '2026-03-01', until: '2026-03-14' } },
      { item: 'I2', lacks: { kind: 'DATA', which: 'log-in records of $& and {from}' } },
    ] as const;
    const text = pdfText(form, materialFor(form, { gaps })).join('');
    for (const line of [
      'I1: nothing of it has come',
      'I2: nothing has come for 1 March 2026 to 14 March 2026',
      'I2: these data have not come: log-in records of $& and {from}',
    ])
      expect(text).toContain(squeezed(line));
    expect(pdfText(form).join('')).not.toContain(squeezed('Still missing'));
  });
});

describe('what a draft may not do', () => {
  it('names everything that is missing at once, over all its fields', () => {
    const { missing } = filled(
      'D-01',
      unknowing(materialFor('D-01'), ['requestingAuthority.email', 'identifiers', 'timeWindow']),
    );
    expect(missing.map((one) => one.field)).toEqual([
      'D-01.requestingAuthority',
      'D-01.identifiers',
      'D-01.data',
      'D-01.confirmation',
    ]);
  });

  it('names the item whose fact is missing', () => {
    const material = materialFor('D-04');
    const unsaid = unknowing(material, ['relevance']).items;
    const items = material.items.map((item, index) => (index === 1 ? (unsaid[1] ?? item) : item));
    const { missing } = filled('D-04', { ...material, items });
    expect(missing.map((one) => one.says).join()).toContain('relevance of item I2');
  });

  it('refuses a time window that is only a word of the rules', () => {
    const items = [{ id: 'I1', facts: { ...fullItemFacts, timeWindow: 'BOUNDED' } }];
    expect(filled('D-01', aDraft({ items })).missing.map((one) => one.facts)).toEqual([['timeWindow']]);
  });

  it('does not take blanks for an answer', () => {
    const facts = { ...fullCaseFacts, 'offence.summary': '   ' };
    expect(filled('D-01', aDraft({ facts })).missing.map((one) => one.facts)).toEqual([['offence.summary']]);
  });

  it('asks for confidentiality when nobody has said whether it is required', () => {
    const gone = ['proceedings.confidentialityRequired', 'proceedings.confidentialityReason'];
    const { missing } = filled('D-01', unknowing(aDraft(), gone));
    expect(missing.map((one) => one.field)).toEqual(['D-01.confidentiality']);
  });

  it('leaves confidentiality out when it is not required', () => {
    const facts = { ...fullCaseFacts, 'proceedings.confidentialityRequired': false };
    const letter = letterOf('D-01', aDraft({ facts }));
    expect(letter.fields.map((field) => field.id)).not.toContain('confidentiality');
  });
});

describe('an order that is not there yet', () => {
  const held = aLot({
    ...lotOf['D-04'],
    dispatchBlockers: [
      {
        code: 'AUTHORISATION_MISSING',
        scope: 'PROV_DISC',
        stage: 'dispatch',
        items: ['I1'],
        rule: 'G17',
        kind: 'law',
        cure: { fact: 'authorisation.obtained', is: 'COURT', by: ['PROSECUTOR'] },
      },
    ],
  });

  it('is shown as pending where it blocks the dispatch anyway: drafting never waits', () => {
    const letter = letterOf('D-04', unknowing(aDraft({ lot: held }), ['authorisation.obtained']));
    const lines = letter.fields.find((field) => field.id === 'instrument')?.lines ?? [];
    expect(lines[0]).toMatchObject({ kind: 'pending' });
    expect(lines[0]?.text).toContain('AUTHORISATION_MISSING');
  });

  it('stops the draft where nothing else would hold it', () => {
    const { missing } = filled('D-04', unknowing(materialFor('D-04'), ['authorisation.obtained']));
    expect(missing.map((one) => one.facts)).toEqual([['authorisation.obtained']]);
  });

  it('is quoted with level, document and date once it is recorded', () => {
    const lines =
      letterOf('D-04', materialFor('D-04')).fields.find((field) => field.id === 'instrument')?.lines ?? [];
    expect(lines[0]?.text).toBe('Court order, Order 12/2026, of 20 November 2026');
  });
});

describe('text of officers in a letter', () => {
  it.each([
    '#set page(width: 1pt)',
    '$x^2$',
    '@label',
    '*bold* _it_',
    '\\ #"a" `raw`',
    '= Heading',
    '<tag> // --- ~',
  ])('prints %s as it was typed', (typed) => {
    const facts = { ...fullCaseFacts, 'offence.summary': typed };
    expect(pdfText('D-01', aDraft({ facts })).join('')).toContain(squeezed(typed));
  });

  it('keeps the letters of Kazakh, Kyrgyz, Tajik, Uzbek and Turkmen', () => {
    const typed = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі ҢңӨөҮү ҒғӢӣҚқӮӯҲҳҶҷ ЎўҚқҒғҲҳ ÇçÄäŽžŇňÖöŞşÜüÝý oʻgʻ';
    const facts = { ...fullCaseFacts, 'offence.summary': typed };
    expect(pdfText('D-01', aDraft({ facts })).join('')).toContain(squeezed(typed));
  });

  it('breaks a long URL over lines without adding a character to it', () => {
    const url = `https://example.org/${'path-segment/'.repeat(20)}?q=1#fragment`;
    const items = [
      { id: 'I1', facts: { ...fullItemFacts, identifiers: [{ type: 'URL' as const, value: url }] } },
    ];
    expect(pdfText('D-01', aDraft({ items })).join('')).toContain(url);
  });

  it('shows marks that reverse or hide text, and keeps them in the JSON', () => {
    const typed = 'user\u202egnp.exe\u200b';
    const items = [
      { id: 'I1', facts: { ...fullItemFacts, identifiers: [{ type: 'USERNAME' as const, value: typed }] } },
    ];
    const letter = letterOf('D-01', aDraft({ items }));
    expect(letter.schedule[0]?.identifiers[0]?.value).toBe(typed);
    expect(pageTexts(renderer.render(letter, 1).bytes).join('')).toContain('user[U+202E]gnp.exe[U+200B]');
  });

  it('prints punycode and the letters that pass for others beside the name, which stays as received', () => {
    const identifiers = [{ type: 'DOMAIN' as const, value: 'p\u0430ypal.example' }];
    const items = [{ id: 'I1', facts: { ...fullItemFacts, identifiers } }];
    const letter = letterOf('D-01', aDraft({ items }));
    expect(letter.schedule[0]?.identifiers[0]?.value).toBe('p\u0430ypal.example');
    const text = pageTexts(renderer.render(letter, 1).bytes).join('');
    expect(text).toContain('xn--pypal-4ve.example');
    expect(text).toContain('p[U+0430]ypal.example');
    expect(text).toContain(squeezed('one word mixes Latin and Cyrillic letters'));
  });

  it('prints no time in UTC where the clock showed it twice', () => {
    const identifiers = [
      {
        type: 'IP' as const,
        value: '203.0.113.7',
        timestamp: '2024-02-29T23:30:00',
        timezone: 'Asia/Almaty',
      },
    ];
    const items = [{ id: 'I1', facts: { ...fullItemFacts, identifiers } }];
    const [printed] = letterOf('D-01', aDraft({ items })).schedule[0]?.identifiers ?? [];
    expect(printed?.more).toEqual(['at 2024-02-29T23:30:00', 'time zone Asia/Almaty']);
  });

  it('refuses letters its fonts do not have instead of printing boxes, and names the field', () => {
    const facts = { ...fullCaseFacts, 'offence.summary': 'account 中文 used' };
    const letter = letterOf('D-01', aDraft({ facts }));
    expect(() => renderer.render(letter, 1)).toThrow(UnprintableError);
    const printed = printLetters([letter], { renderer, version: 1, sliceDigest: 'slice' });
    expect(printed).toMatchObject({ complete: false, missing: [{ field: 'D-01.case' }] });
  });
});

describe('digest of a draft', () => {
  const print = (material = materialFor('D-02'), more = {}) => {
    const letters = [letterOf('D-02', material), letterOf('D-03', { ...material, lot: aLot(lotOf['D-03']) })];
    const printed = printLetters(letters, { renderer, version: 1, sliceDigest: 'slice', ...more });
    if (!printed.complete) throw new Error('the material is complete');
    return printed;
  };

  it('is one over PDF and JSON of all its forms', () => {
    const { files, digest } = print();
    expect(files.map((file) => `${file.form} ${file.mediaType}`)).toEqual([
      'D-02 application/pdf',
      'D-02 application/json',
      'D-03 application/pdf',
      'D-03 application/json',
    ]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(print().digest).toBe(digest);
  });

  it('changes with a fact, with the version and with the slice it rests on', () => {
    const facts = { ...fullCaseFacts, 'offence.summary': 'another' };
    const digests = [
      print(),
      print(materialFor('D-02', { facts })),
      print(undefined, { version: 2 }),
      print(undefined, { sliceDigest: 'other' }),
    ];
    expect(new Set(digests.map((one) => one.digest)).size).toBe(4);
  });
});
