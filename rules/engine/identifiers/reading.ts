/** How far a value could be checked: by its own check digits, by its form alone, or not at all. */
export type Proof = 'CHECKSUM' | 'FORM' | 'NONE';

/** What a reader of one type found: `ascii` where the value has a spelling in ASCII of its own, notes for who reads it. */
export type Found = { proof: Proof; notes: readonly string[]; ascii?: string };
/** The fault of a value in words, with what is allowed. */
export type Refused = { fault: string };
export type Outcome = Found | Refused;

export const byChecksum = (...notes: string[]): Found => ({ proof: 'CHECKSUM', notes });
export const byForm = (...notes: string[]): Found => ({ proof: 'FORM', notes });
export const refused = (fault: string): Refused => ({ fault });
