/** Words of outcomes by number, each with two hashes that are the same in every rule set and on every machine. */
export class Words {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  readonly one: number[] = [];
  readonly two: number[] = [];

  number(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    this.one.push(hashOf(word, 0x811c9dc5, 0x01000193));
    this.two.push(hashOf(word, 0x2f0b4a63, 0x5bd1e995));
    return this.words.push(word) - 1;
  }

  word(number: number): string {
    return this.words[number] ?? '';
  }

  get size(): number {
    return this.words.length;
  }
}

function hashOf(word: string, start: number, factor: number): number {
  let hash = start;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), factor);
  return hash ^ (hash >>> 15);
}

/** One step of a hash over whole numbers. */
export function mixed(hash: number, next: number): number {
  const mix = Math.imul(hash ^ next, 0x85ebca6b);
  return mix ^ (mix >>> 13);
}
