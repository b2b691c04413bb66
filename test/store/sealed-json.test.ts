import { expect, it } from 'vitest';
import { jsonOpened, jsonToSeal } from '../../store/secrets/json.js';

const long = {
  explanation: Array.from({ length: 200 }, (_, at) => ({ rule: `G${at}`, because: 'Ülke Қазақстан' })),
};

it('gives back what was sealed, short and long, in any alphabet', () => {
  for (const value of [long, { a: 1 }, 'text', null, 7, [], true])
    expect(jsonOpened(jsonToSeal(value))).toEqual(value);
});

it('opens a long text that was sealed as it is', () => {
  expect(jsonOpened(Buffer.from(JSON.stringify(long)))).toEqual(long);
});

it('keeps what says the same again and again in a fifth of its length', () => {
  expect(jsonToSeal(long).length).toBeLessThan(JSON.stringify(long).length / 5);
});

it('refuses a long text with a character that no column can hold', () => {
  expect(() => jsonToSeal({ ...long, reason: 'a\0b' })).toThrow(
    expect.objectContaining({ code: 'BODY_INVALID' }),
  );
});
