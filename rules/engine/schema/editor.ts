import { z } from 'zod';
import { catalogueFile, parametersFile } from './catalogue.js';
import { lifeCyclePage } from './life-cycle.js';
import { dictionaryFile } from './dictionary.js';
import { page } from './page.js';
import { textsFile } from './texts.js';

/** JSON Schemas (draft 7, which editors read best) of every kind of file that a legal adviser edits, by name. */
export const editorSchemas = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries({
      'rule-page': page,
      facts: dictionaryFile,
      catalogue: catalogueFile,
      parameters: parametersFile,
      'life-cycle': lifeCyclePage,
      texts: textsFile,
    }).map(([name, schema]) => [name, z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })]),
  );
