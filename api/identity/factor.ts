/** Values of the claims `acr` and `amr` (OpenID Connect Core 2, RFC 8176) that a site takes for a second factor. */
export type SecondFactor = { acr: readonly string[]; amr: readonly string[] };

type Claims = Readonly<Record<string, unknown>>;

/** The claim that shows a second factor, as it goes into the record; `null` where none does. */
export function factorOf({ acr, amr }: Claims, accepted: SecondFactor): string | null {
  if (typeof acr === 'string' && accepted.acr.includes(acr)) return `acr=${acr}`;
  const methods = Array.isArray(amr) ? amr.filter((one) => typeof one === 'string') : [];
  return methods.some((one) => accepted.amr.includes(one)) ? `amr=${methods.join('+')}` : null;
}
