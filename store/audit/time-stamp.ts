import { Certificate, ContentInfo, ExtKeyUsage, SignedData, SignedDataVerifyError, TSTInfo } from 'pkijs';

/** What a time-stamping authority says (RFC 3161): that some bytes were there at `at`, by its own clock. */
export type TimeStampSays = {
  at: string;
  /** Subject of the certificate that signed. */
  by: string;
  /** As it was asked for, lower-case hex; null where there is none. */
  nonce: string | null;
};

/** A token that is none, is about other bytes, or is not signed by whom it must be; the message says which. */
export class TimeStampError extends Error {
  readonly code = 'TIME_STAMP_INVALID';
}

const purposeOfTimeStamps = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';

/**
 * Reads a token and holds it against the bytes it must be about: imprint, signature, and that the certificate of the signer
 * is for time-stamps and nothing else. With `trusted` that certificate must be one of them, or lead to one of them at the
 * time of the stamp. Revocation is not asked for. Throws TimeStampError.
 */
export async function readTimeStamp(
  token: Uint8Array,
  bytes: Uint8Array,
  trusted: readonly Certificate[] = [],
): Promise<TimeStampSays> {
  const { signed, info } = parsed(token);
  const signer = await signerOf(signed, bytes, trusted);
  if (!isForTimeStamps(signer)) throw new TimeStampError('its certificate is not one for time-stamps');
  const nonce = info.nonce && Buffer.from(info.nonce.valueBlock.valueHexView).toString('hex');
  return { at: info.genTime.toISOString(), by: nameOf(signer), nonce: nonce ?? null };
}

function parsed(token: Uint8Array): { signed: SignedData; info: TSTInfo } {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(token).content });
    const content = signed.encapContentInfo.eContent?.getValue();
    if (content !== undefined) return { signed, info: TSTInfo.fromBER(content) };
  } catch {
    // Whatever is wrong with its form, it is no token.
  }
  throw new TimeStampError('it is no time-stamp token');
}

async function signerOf(
  signed: SignedData,
  bytes: Uint8Array,
  trusted: readonly Certificate[],
): Promise<Certificate> {
  const data = new Uint8Array(bytes).buffer;
  const verify = (checkChain: boolean) =>
    signed.verify({ signer: 0, data, checkChain, trustedCerts: [...trusted], extendedMode: true });
  try {
    const { signatureVerified, signerCertificate } = await verify(false);
    if (signatureVerified !== true || !signerCertificate)
      throw new TimeStampError('its signature is not good');
    const named = trusted.some((one) => sameCertificate(one, signerCertificate));
    if (trusted.length > 0 && !named) await verify(true);
    return signerCertificate;
  } catch (error) {
    if (error instanceof SignedDataVerifyError)
      throw new TimeStampError(reasons[error.code] ?? error.message);
    throw error;
  }
}

/** Codes of pkijs that a person should not have to look up. */
const reasons: Readonly<Record<number, string>> = {
  5: 'its certificate does not lead to one that is trusted',
  15: 'it is about other bytes',
};

const sameCertificate = (one: Certificate, other: Certificate): boolean =>
  Buffer.compare(Buffer.from(one.toSchema().toBER()), Buffer.from(other.toSchema().toBER())) === 0;

/** RFC 3161, 2.3: the purpose is named, alone, and critical. */
function isForTimeStamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === extendedKeyUsage);
  const said: unknown = usage?.parsedValue;
  const alone = said instanceof ExtKeyUsage && said.keyPurposes.join() === purposeOfTimeStamps;
  return alone && usage?.critical === true;
}

const nameOf = ({ subject }: Certificate): string =>
  subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(', ');

/** Certificates of a PEM text, in its order. Throws TimeStampError for a text that holds none. */
export function readCertificates(pem: string): [Certificate, ...Certificate[]] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    const [first, ...others] = blocks.map((block) =>
      Certificate.fromBER(Buffer.from(block.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')),
    );
    if (first !== undefined) return [first, ...others];
  } catch {
    // Said below.
  }
  throw new TimeStampError('no certificate in PEM');
}
