import { z } from 'zod';
import { listOf, type Rule } from '../group.js';

/** Where web-hooks may go besides the public internet. In training they never leave this machine. */
export const eventsGroup = z
  .object({
    WEBHOOK_NETWORKS: listOf(
      z.union([z.cidrv4(), z.cidrv6()], { error: 'is a list of networks, for instance 10.20.0.0/16' }),
    ),
  })
  .transform((seen) => ({
    /** Networks of one's own in which receivers of events stand; none unless listed. */
    networks: seen.WEBHOOK_NETWORKS,
  }));

const networksAreOfASite: Rule = (given) =>
  given['WEBHOOK_NETWORKS'] !== undefined && given['ROGATORY_MODE'] !== 'site'
    ? 'WEBHOOK_NETWORKS is for a site; the training system tells receivers on this machine only'
    : null;

export const eventsRules: readonly Rule[] = [networksAreOfASite];
