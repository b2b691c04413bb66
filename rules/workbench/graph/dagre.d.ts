/** What we use of dagre: its own types are written for bundlers and do not resolve here. */
declare module '@dagrejs/dagre' {
  type Placed = { x?: number; y?: number; width?: number; height?: number };
  export class Graph {
    constructor(options: { multigraph: boolean });
    setGraph(label: { rankdir: 'TB'; nodesep: number; ranksep: number; edgesep: number }): void;
    graph(): { width?: number; height?: number };
    setNode(id: string, size: { width: number; height: number }): void;
    node(id: string): Placed;
    setEdge(
      from: string,
      to: string,
      label: { width: number; height: number; labelpos: 'c'; weight: number },
    ): void;
    edge(from: string, to: string): Placed & { points?: { x: number; y: number }[] };
  }
  export function layout(graph: Graph): void;
}
