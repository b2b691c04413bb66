import { z } from 'zod';

export const trainingMark = 'TRAINING - NOT A REQUEST';

/** Stands on everything that could be taken for a request, unless the system is in real use. */
export const mark = z.literal(trainingMark).exactOptional();
