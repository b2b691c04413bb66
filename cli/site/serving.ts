/** A part of a site that runs. */
export type Serving = {
  /** One line for the person who started it. */
  says: string;
  /** Rejects when it ends by itself; resolves never. */
  ended: Promise<void>;
};
