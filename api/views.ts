import type { AppDeps } from './deps.js';
import { trainingMark } from './schemas/mark.js';

/** Puts the training mark on what could be taken for a request. */
export const marked = <T extends object>({ mode }: AppDeps, thing: T): T & { mark?: typeof trainingMark } =>
  mode === 'embedded' ? { mark: trainingMark, ...thing } : thing;
