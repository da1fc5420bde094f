// The nearest of some words to a mistyped one, for "did you mean".
//
// Source: Levenshtein, V.I. (1966), "Binary codes capable of correcting deletions, insertions, and reversals", with a swap of
//         neighbours counted as one (optimal string alignment).
// Example: 'batchOders' is 1 away from 'batchOrders'; 'dors' is 1 from 'doors'.

export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** The nearest word, where it is near enough to be meant: within a third of its letters, two at least; or begun with it. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of words) {
    if (word.length >= 4 && candidate.toLowerCase().startsWith(word.toLowerCase()) && least > 2) {
      best = candidate;
      least = 2;
    }
    if (Math.abs(candidate.length - word.length) > Math.max(2, candidate.length / 3)) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance <= Math.max(2, Math.floor(candidate.length / 3))) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** `did you mean "x"?`, or the list of what is possible where nothing is near. */
export function suggest(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  if (near !== undefined) return `Did you mean "${near}"?`;
  const shown = words
    .slice(0, 12)
    .map((known) => `"${known}"`)
    .join(', ');
  return words.length === 0 ? 'There is none to choose from.' : `Use one of ${shown}${words.length > 12 ? ', …' : ''}.`;
}
