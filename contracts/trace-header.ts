/** Header of the workflow engine that carries a W3C `traceparent`: random numbers, readable by whoever reads the engine. */
export const traceHeader = 'rogatory-trace';
