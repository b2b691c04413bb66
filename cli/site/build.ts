import { bundleKey } from '../../worker/bundle-cache.js';
import { programVersion } from '../version.js';

/** Name of the build of this program: its version, and the digest of the workflow code, on which replay depends. */
export const buildOfProgram = (): string => `${programVersion()}-${bundleKey().slice(0, 12)}`;
