import { Worker } from 'node:worker_threads';

const fromSource = import.meta.url.endsWith('.ts');

/** A thread does not know the loader of its parent: from source it registers one of its own first. */
const code = `
const { workerData: { loader, file } } = require('node:worker_threads');
const ready = loader === null ? Promise.resolve() : import(loader).then(({ register }) => void register());
ready.then(() => import(file));
`;

/** Starts a thread. `body`: the module that it runs, beside this one, without its ending; `data` is its `workerData`. */
export const startThread = (body: string, data: object): Worker =>
  new Worker(code, {
    eval: true,
    execArgv: [],
    workerData: {
      ...data,
      loader: fromSource ? import.meta.resolve('tsx/esm/api') : null,
      file: new URL(`${body}.${fromSource ? 'ts' : 'js'}`, import.meta.url).href,
    },
  });
