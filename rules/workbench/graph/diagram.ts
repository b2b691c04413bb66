/** A box of a picture: of a life cycle (what is done, where a route rests, ...) or of rules (pages, facts, routes). */
export type Box = {
  id: string;
  title: string;
  lines: readonly string[];
  kind: 'does' | 'rests' | 'asks' | 'follows' | 'end' | 'replies' | 'rule' | 'fact' | 'route';
};
export type Arrow = { from: string; to: string; events: readonly string[] };
export type Diagram = {
  family: string;
  title: string;
  boxes: readonly Box[];
  arrows: readonly Arrow[];
  /** What the colours mean, in the order of the row above the picture. */
  legend: Readonly<Partial<Record<Box['kind'], string>>>;
};
