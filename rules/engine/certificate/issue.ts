import type { Determination, Frame } from '../../../contracts/determination.js';
import { digestOf, digestsOf, partsOf } from './parts.js';
import { certificate, certificateForm, certified as certifiedPart, type Certificate } from './schema.js';

export type CertificateInput = {
  determination: Certificate['determination'];
  frame: Frame;
  result: Determination;
  /** What the officer read. */
  text: string;
  salt: string;
  /** Canonical JSON text of the rule set that determined; `null` where it is not kept. */
  ruleSetContent: string | null;
  /** Leaves the content out of the certificate: whoever verifies brings it. */
  byReference?: boolean;
  program: Certificate['program'];
  issuedAt: string;
  mark?: Certificate['mark'];
};

/** The certificate of a stored determination. Its list of parts covers the rule set's parts also where the content is left out. */
export function issueCertificate(input: CertificateInput): Certificate {
  const { determination, result, text, salt, program, issuedAt, mark } = input;
  const digest = result.ruleSetDigest;
  const content: unknown = input.ruleSetContent === null ? undefined : JSON.parse(input.ruleSetContent);
  const inline = content !== undefined && input.byReference !== true;
  const certified = {
    ...(mark === undefined ? {} : { mark }),
    form: certificateForm,
    determination,
    issuedAt,
    program,
    salt,
    traceDigest: result.digest,
    ruleSet: { digest, address: `/v1/rule-sets/${digest}`, ...(inline ? { content } : {}) },
    frame: asJson(input.frame),
    result: asJson(result),
    text,
  };
  const parts = digestsOf(partsOf(certifiedPart.parse(certified), content));
  return certificate.parse({ ...certified, parts, seal: digestOf(parts) });
}

/** As it will be read from the file: members that are undefined are not there. */
const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value));
