/** The allowed word nearest to what was written, for "did you mean". */
export function nearest(written: string, allowed: Iterable<string>): string | undefined {
  let best: { word: string; far: number } | undefined;
  for (const word of allowed) {
    const far = distance(written, word);
    if (best === undefined || far < best.far) best = { word, far };
  }
  return best !== undefined && best.far <= Math.max(2, written.length / 3) ? best.word : undefined;
}

export const didYouMean = (written: string, allowed: Iterable<string>): string => {
  const word = nearest(written, allowed);
  return word === undefined ? '' : ` Did you mean "${word}"?`;
};

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? a.length;
}
