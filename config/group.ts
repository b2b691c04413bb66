import { z } from 'zod';
import { Secret } from './secret.js';

/** Every variable as it stands, empty ones left out. */
export type Given = Readonly<Record<string, string>>;

/** What is wrong with a combination of variables, as a sentence; null when nothing is. */
export type Rule = (given: Given) => string | null;

/** Some of a group is set, and the variable that switches the group on is not. */
export const onlyWith =
  (needed: string, names: readonly string[]): Rule =>
  (given) => {
    const set = names.filter((name) => given[name] !== undefined);
    if (set.length === 0 || given[needed] !== undefined) return null;
    return `${set.join(', ')} set without ${needed}; set ${needed} or unset the others`;
  };

/** All of them or none. */
export const together =
  (...names: readonly string[]): Rule =>
  (given) => {
    const missing = names.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return null;
    return `${missing.join(', ')} missing: ${names.join(', ')} are set together`;
  };

/** A site does not start without it; `why` ends the sentence. */
export const neededAtSite =
  (name: string, why: string): Rule =>
  (given) =>
    given['ROGATORY_MODE'] === 'site' && given[name] === undefined ? `${name} missing: ${why}` : null;

export const port = z.coerce.number().int().min(0).max(65535);

/** host:port without a scheme. */
export const hostAndPort = z
  .string()
  .regex(/^[^\s/:]+:\d{1,5}$/, 'is written host:port, for instance 127.0.0.1:7233');

/** A value that is not printed. It may also be given as the path of a file in NAME_FILE; then the group names it in `secrets`. */
export const secret = (shape: z.ZodType<string, string> = z.string().min(1)) =>
  shape.transform((value) => new Secret(value));

/** Comma-separated list of values of one shape; empty when not set. */
export const listOf = (shape: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(shape))
    .default([]);
