import type { RouteFamily } from '../../contracts/codes.js';
import type { RouteTable } from '../route.js';
import { expeditedPreservation } from './art29.js';
import { partialDisclosure } from './art30.js';
import { emergencyDisclosure } from './edr.js';
import { mutualLegalAssistance } from './mla.js';
import { policeToPolice } from './p2p.js';
import { voluntaryDisclosure } from './prov-disc.js';
import { providerPreservation } from './prov-pres.js';
import { consent, domestic, openSources } from './short.js';

/**
 * The table of every family that runs. European orders run on the tables of the requests they resemble until they have
 * their own. Families that are not here are dormant: the catalogue keeps them shut.
 */
export const routeTables = {
  OSINT: openSources,
  CONSENT: consent,
  DOMESTIC: domestic,
  EDR: emergencyDisclosure,
  P2P: policeToPolice,
  PROV_PRES: providerPreservation,
  ART29: expeditedPreservation,
  ART30: partialDisclosure,
  PROV_DISC: voluntaryDisclosure,
  EPOC: voluntaryDisclosure,
  EPOC_PR: providerPreservation,
  MLA: mutualLegalAssistance,
} satisfies Partial<Record<RouteFamily, RouteTable>>;
