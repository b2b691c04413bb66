import type { Sealed } from './secrets/sealed.js';

export type ReturnCommentsTable = {
  id: string;
  caseId: string;
  ticketId: string;
  documentId: string;
  /** Place in what the signer wrote, from 0. */
  position: number;
  /** As `paragraphsOf` names it. */
  paragraph: string;
  says: Sealed<string>;
};
