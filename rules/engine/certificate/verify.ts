import type { Determination } from '../../../contracts/determination.js';
import { determine } from '../determine.js';
import { loadRuleSetFrom } from '../load/content.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { changesIn, type Finding } from './changes.js';
import { digestOf, resultParts, type Parts } from './parts.js';
import { nameOf } from './names.js';
import { certificate as schema, type Certificate } from './schema.js';

export type Verification = {
  /** `incomplete`: nothing was found wrong, and the rule set of that day is not at hand to compute again. */
  verdict: 'valid' | 'differs' | 'incomplete';
  findings: readonly Finding[];
  notes: readonly string[];
};

export type AtHand = {
  /** Content of a rule set, parsed, for certificates that carry none; asked by digest. */
  ruleSetContent?: (digest: string) => unknown;
  /** Trace digest as it stands elsewhere: in the audit trail, on the plan. */
  traceDigest?: string;
  /** Version of the program that verifies. */
  version: string;
};

/**
 * Checks a certificate without the system that issued it: part by part against its own digests, then by computing the
 * determination again with the rule set of that day. One changed part is named; nothing is recomputed on what was changed.
 * A certificate whose parts, seal and result were all made anew is told from the true one by its trace digest alone.
 */
export async function verifyCertificate(json: unknown, atHand: AtHand): Promise<Verification> {
  const read = schema.safeParse(json);
  if (!read.success)
    return differs(
      read.error.issues.flatMap((issue) => {
        const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
        return keys.map((key) =>
          shapeFinding([...issue.path, ...(key === undefined ? [] : [key])], issue.message),
        );
      }),
    );
  const certificate = read.data;
  const content = certificate.ruleSet.content ?? atHand.ruleSetContent?.(certificate.ruleSet.digest);
  const findings = [...changesIn(certificate, content), ...elsewhere(certificate, atHand.traceDigest)];
  if (findings.length > 0) return differs(findings);
  if (content === undefined) return withoutRules(certificate);
  if (digestOf(content) !== certificate.ruleSet.digest)
    return differs([
      {
        part: 'ruleSet/digest',
        what: 'rule set',
        says: 'the digest names another rule set than the one that is here',
      },
    ]);
  return recomputed(certificate, content, atHand.version);
}

const differs = (findings: readonly Finding[]): Verification => ({ verdict: 'differs', findings, notes: [] });

const shapeFinding = (path: readonly PropertyKey[], says: string): Finding => ({
  part: path.map(String).join('/') || 'certificate',
  what: 'certificate',
  says: `does not have the form of a certificate here: ${says}`,
});

const elsewhere = ({ traceDigest }: Certificate, expected: string | undefined): Finding[] =>
  expected === undefined || expected === traceDigest
    ? []
    : [{ part: 'traceDigest', what: 'trace digest', says: `is not ${expected}, as it stands elsewhere` }];

const withoutRules = ({ ruleSet }: Certificate): Verification => ({
  verdict: 'incomplete',
  findings: [],
  notes: [
    `Every part is as it was certified. To compute it again, bring the rule set ${ruleSet.digest}, which is at ${ruleSet.address}.`,
  ],
});

async function recomputed(
  certificate: Certificate,
  content: unknown,
  version: string,
): Promise<Verification> {
  const { frame, salt } = certificate;
  let again: Determination;
  try {
    const ruleSet: RuleSet = loadRuleSetFrom(content);
    again = await determine({ ruleSet, frame, salt });
  } catch (error) {
    const says = `cannot be computed again: ${error instanceof Error ? error.message : String(error)}`;
    return differs([{ part: 'result', what: 'result', says }]);
  }
  return compared(certificate, again, version);
}

/** What decides, and so has to come out the same whatever version computes it. The rest explains. */
const deciding = [
  ...['ruleSetDigest', 'digest', 'asOf', 'plan', 'steps', 'lots', 'legalBasis', 'blockers', 'missingFacts'],
  ...['asks', 'alternates', 'safeguards', 'firedRules', 'unconfirmedRules', 'disputed', 'overridden'],
];

function compared(certificate: Certificate, again: Determination, version: string): Verification {
  const before: Parts = new Map(resultParts(certificate.result));
  const now: Parts = new Map(resultParts(Object.fromEntries(Object.entries(asJson(again)))));
  const parts = [...new Set([...before.keys(), ...now.keys()])].filter(
    (part) => digestOf(before.get(part) ?? null) !== digestOf(now.get(part) ?? null),
  );
  const decides = (part: string): boolean => deciding.includes(part.split('/')[1] ?? '');
  const sameProgram = certificate.program.version === version;
  const findings = parts
    .filter((part) => decides(part) || sameProgram)
    .map((part): Finding => ({
      ...nameOf(part, certificate),
      says: 'comes out otherwise when it is computed again',
    }));
  if (certificate.traceDigest !== again.digest)
    findings.push({
      part: 'traceDigest',
      what: 'trace digest',
      says: 'comes out otherwise when it is computed again',
    });
  const explained = parts.filter((part) => !decides(part)).length;
  const notes =
    !sameProgram && explained > 0
      ? [
          `${explained} parts that explain and do not decide come out otherwise in version ${version}; the certificate is of version ${certificate.program.version}.`,
        ]
      : [];
  return { verdict: findings.length === 0 ? 'valid' : 'differs', findings, notes };
}

const asJson = (value: object): object => {
  const json: unknown = JSON.parse(JSON.stringify(value));
  return typeof json === 'object' && json !== null ? json : {};
};
