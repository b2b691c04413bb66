/** Where a reply leads unless the route says otherwise (C.9, C.15). */
export const onReply = {
  ANSWERED: 'intake',
  PARTIAL: 'part',
  CLARIFICATION: 'clarification',
  REFUSED: 'decision',
  NOTHING_FURTHER: 'decision',
  NOTICE_ANNOUNCED: 'decision',
} as const;

/** Where a decision leads unless the route says otherwise. */
export const onDecision = { CLOSE: 'CLOSED', CONVERT: 'CONVERTED' } as const;
