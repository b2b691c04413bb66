const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Codes that tables of regions set aside for what is no State. */
const noStates = ['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'];

/** A code of today: `UK`, `SU` or `ZR` are written otherwise now. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

/** Whether two capital letters are a State or territory of ISO 3166-1 (or XK), so that a slip is found at the door. */
export const isState = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !noStates.includes(code) && isCurrent(code) && regions.of(code) !== undefined;
