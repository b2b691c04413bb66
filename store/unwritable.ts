import { RogatoryError } from '../contracts/errors.js';

const isObject = (value: unknown): value is { code?: unknown; message?: unknown } =>
  typeof value === 'object' && value !== null;

/** What PostgreSQL says to a NUL in text, to a NUL in JSON, and to half a surrogate pair in JSON. */
function isUnwritable(error: unknown): boolean {
  if (!isObject(error)) return false;
  const { code, message } = error;
  return code === '22021' || code === '22P05' || (code === '22P02' && String(message).includes('json'));
}

/** Text with characters that no database keeps, as the error that a person can act on. */
export const unwritableText = (cause: unknown): RogatoryError =>
  new RogatoryError('BODY_INVALID', {
    faults: [{ pointer: '', detail: 'A text holds a NUL or half of a character pair; send it without.' }],
    cause,
  });

/** The error itself, unless it says that a text cannot be kept. */
export const readable = (error: unknown): unknown => (isUnwritable(error) ? unwritableText(error) : error);
