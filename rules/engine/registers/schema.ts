import { z } from 'zod';

/** Marks of every entry: who says so, when a dated copy was last read, how sure. Dates are `YYYY-MM-DD`. */
const sourced = {
  /** Date of the copy that was read; absent when none was. */
  lastChecked: z.iso.date().optional(),
  /** Second time axis: from when, and until when, the office knew it so. A correction closes the old entry. */
  knownFrom: z.iso.date().optional(),
  knownUntil: z.iso.date().optional(),
  confidence: z.enum(['high', 'medium', 'low']),
  /** One word names an entry of sources.yaml; anything else stands for itself. */
  source: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  note: z.string().optional(),
};
const period = { since: z.iso.date().optional(), until: z.iso.date().optional() };
const country = z.string().regex(/^[A-Z]{2}$/, 'two capital letters of ISO 3166-1');

/** A row may stand alone or as a list of periods that follow each other without overlap or gap. */
const periods = <T extends z.ZodType>(row: T) =>
  z.preprocess((value): unknown => (Array.isArray(value) ? value : [value]), z.array(row).min(1));

export const instrumentsFile = z.strictObject({
  compiledOn: z.iso.date(),
  instruments: z.record(
    z.string(),
    z.strictObject({
      /** Code of rules; absent for treaties that no rule reads. */
      code: z.string().optional(),
      name: z.string(),
      citation: z.string(),
      inForce: z.boolean(),
      entryIntoForce: z.iso.date().optional(),
      threshold: z.string().optional(),
      ...sourced,
    }),
  ),
});

const law = { from: z.iso.date().optional(), until: z.iso.date().optional() };
/** What pages cite and between which days it is law. */
export const citedLawFile = z.strictObject({
  instruments: z.record(
    z.string(),
    z.strictObject({
      name: z.string().min(3),
      ...law,
      /** What took its place. */
      says: z.string().min(3).optional(),
      articles: z
        .array(z.strictObject({ article: z.string().min(1), ...law, says: z.string().min(3).optional() }))
        .default([]),
      source: sourced.source,
    }),
  ),
});

const treatyRow = z.strictObject({
  status: z.enum(['party', 'signatory', 'invited', 'none', 'unknown']),
  ...period,
  /** Reservation of Art. 29(4) Budapest, coded by a legal adviser from the declaration. */
  reservation29_4: z.boolean().optional(),
  ...sourced,
});
export type TreatyRow = z.infer<typeof treatyRow>;

const channelRow = z.strictObject({
  /** Absent where the channel follows a treaty: membership is then the treaty's. */
  status: z.enum(['member', 'none', 'unknown']).optional(),
  body: z.string().optional(),
  city: z.string().optional(),
  ...period,
  ...sourced,
});
export type ChannelRow = z.infer<typeof channelRow>;

const regime = z.strictObject({
  id: z.string(),
  code: z.string().regex(/^[A-Z0-9-]+$/),
  name: z.string(),
  citation: z.string(),
  kind: z.string(),
  ...period,
  /** Union whose members it binds; absent for the law of the State whose file it stands in. */
  appliesTo: z.string().optional(),
  ...sourced,
  effects: z.array(
    z.strictObject({
      requester: z.string().optional(),
      route: z.string(),
      categories: z.array(z.string()).min(1),
      effect: z.enum(['bars', 'allows', 'conditions', 'unknown']),
      says: z.string(),
    }),
  ),
});
export type Regime = z.infer<typeof regime>;

const assistance = z.strictObject({
  law: z.string().optional(),
  centralAuthorities: z.array(
    z.strictObject({ body: z.string(), basis: z.string(), stage: z.string(), ...sourced }),
  ),
  contacts: z.array(z.strictObject({ network: z.string(), body: z.string(), ...sourced })).default([]),
  languages: z.strictObject({ accepted: z.array(z.string()), ...sourced }),
  transmission: z.strictObject({ channels: z.array(z.string()), ...sourced }),
  dualCriminality: z.strictObject({
    required: z.enum(['yes', 'no', 'coercive-only', 'discretionary', 'unknown']),
    ...sourced,
  }),
  minPenalty: z.strictObject({
    /** Months of imprisonment; `none` when there is no threshold; absent when it is not known. */
    months: z.union([z.int().positive(), z.literal('none')]).optional(),
    measure: z.string().optional(),
    /** Data categories whose measure has the threshold; absent: all. */
    categories: z.array(z.string()).optional(),
    ...sourced,
  }),
  reciprocity: z.strictObject({ accepted: z.enum(['yes', 'no', 'limited', 'unknown']), ...sourced }),
  deathPenalty: z.strictObject({
    status: z.enum(['abolished', 'moratorium', 'retained', 'unknown']),
    since: z.string().optional(),
    ...sourced,
  }),
});

export const stateFile = z.strictObject({
  state: country,
  name: z.string(),
  treaties: z.record(z.string(), periods(treatyRow)),
  /** Treaties the State is not a Party to, gathered by source. */
  notParty: z.array(z.strictObject({ instruments: z.array(z.string()).min(1), ...sourced })).default([]),
  channels: z.record(z.string(), periods(channelRow)).default({}),
  assistance: assistance.optional(),
  /** Level of authorisation that the law of this State asks for, by data category. */
  authorisationAtHome: z
    .record(
      z.string(),
      z.strictObject({
        level: z.enum(['NONE', 'PROSECUTOR', 'COURT', 'unknown']),
        article: z.string().optional(),
        ...sourced,
      }),
    )
    .optional(),
  law: z
    .strictObject({
      blockingStatute: z
        .strictObject({ value: z.union([z.boolean(), z.literal('unknown')]), ...sourced })
        .optional(),
      regimes: z.array(regime).default([]),
    })
    .default({ regimes: [] }),
});
export type StateFile = z.infer<typeof stateFile>;

export const unionLawFile = z.strictObject({ regimes: z.array(regime.required({ appliesTo: true })) });

export const unionsFile = z.strictObject({
  unions: z.record(
    z.string(),
    z.strictObject({
      code: z.string(),
      name: z.string(),
      members: z.array(
        z.strictObject({
          role: z.string().optional(),
          since: z.record(country, z.union([z.iso.date(), z.literal('unknown')])),
          until: z.record(country, z.iso.date()).optional(),
          ...sourced,
        }),
      ),
      notMembers: z
        .array(
          z.strictObject({
            states: z.array(country),
            status: z.enum(['unknown', 'signatory', 'invited']).optional(),
            role: z.string().optional(),
            ...sourced,
          }),
        )
        .default([]),
    }),
  ),
});

const agreement = z.strictObject({
  parties: z.tuple([country, country]),
  status: z.enum(['in-force', 'none', 'unknown']),
  treaty: z.string().optional(),
  signed: z.iso.date().optional(),
  ...period,
  centralAuthorities: z.string().optional(),
  ...sourced,
});
export type Agreement = z.infer<typeof agreement>;
export const agreementsFile = z.strictObject({
  mutualAssistance: z.array(agreement),
  cloudAct: z.array(agreement),
});

export const channelsFile = z.strictObject({
  channels: z.record(
    z.string(),
    z.strictObject({
      code: z.string(),
      name: z.string(),
      /** Whose membership opens it: both States, the requested one, or a pair that has a row of its own. */
      open: z.enum(['both', 'requested', 'pair']),
      follows: z.string().optional(),
      /** What a State without a row is; `unknown` unless said. */
      absent: z.literal('none').optional(),
      binding: z.string(),
      basis: z.string().optional(),
      says: z.string(),
    }),
  ),
  liaison: z.array(
    z.strictObject({
      states: z.tuple([country, country]),
      status: z.enum(['member', 'none', 'unknown']),
      body: z.string().optional(),
      ...period,
      ...sourced,
    }),
  ),
});

export const sourcesFile = z.strictObject({ sources: z.record(z.string(), z.string()) });

/** What every entry carries, whatever it is about. */
export type Sourced = {
  lastChecked?: string | undefined;
  knownFrom?: string | undefined;
  knownUntil?: string | undefined;
  confidence: 'high' | 'medium' | 'low';
  source: string | string[];
  note?: string | undefined;
};
