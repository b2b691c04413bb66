import type { RouteFamily } from '../../contracts/codes.js';
import type { RouteTable } from '../route.js';
import { expeditedPreservation } from './art29.js';
import { partialDisclosure } from './art30.js';
import { emergencyDisclosure } from './edr.js';
import { preservationOrder } from './epoc-pr.js';
import { productionOrder } from './epoc.js';
import { mutualLegalAssistance } from './mla.js';
import { policeToPolice } from './p2p.js';
import { voluntaryDisclosure } from './prov-disc.js';
import { providerPreservation } from './prov-pres.js';
import { consent, domestic, openSources } from './short.js';

/** The table of every family that runs. Families that are not here are dormant: the catalogue keeps them shut, with a reason. */
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
  EPOC: productionOrder,
  EPOC_PR: preservationOrder,
  MLA: mutualLegalAssistance,
} satisfies Partial<Record<RouteFamily, RouteTable>>;
