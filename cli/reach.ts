import type { Settings } from '../config/env.js';
import { thisMachineOnly, type Reach } from '../contracts/reach.js';

/** Where web-hooks of these settings may go. */
export const reachOfWebhooks = ({ place, events }: Settings): Reach =>
  place.mode === 'embedded'
    ? thisMachineOnly
    : { plainHttp: false, publicAddresses: true, networks: events.networks };

/** What events call the installation they come from. */
export const sourceOfEvents = ({ server }: Settings): string => server.publicUrl ?? 'urn:rogatory:training';
