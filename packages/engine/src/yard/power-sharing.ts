// Sharing a site's power among those that charge: equally, and what one cannot take goes to the others.
//
// Source:     max-min fairness by progressive filling, Bertsekas, D. and Gallager, R. (1992), "Data Networks", 2nd edition,
//             section 6.5.2, on a single link.
// Applies to: any number of users of one limit, each with a limit of its own.
// Cost:       O(n²) for n users; n is the number of chargers.
//
// Worked example: 30 kW for users that can take 7, 20 and 20 kW. A third each is 10; the first takes its 7, the other two share
// the rest: 11.5 kW each.

/** Power of each user, kW, in the order of `limits_kW`. Sums to `site_kW`, or less where all have what they can take. */
export function sharePower(limits_kW: readonly number[], site_kW: number): number[] {
  const shares_kW = limits_kW.map(() => -1);
  let left_kW = site_kW;
  let open = limits_kW.length;
  while (open > 0) {
    const share_kW = left_kW / open;
    const full = limits_kW.flatMap((limit_kW, user) => (shares_kW[user]! < 0 && limit_kW <= share_kW ? [user] : []));
    if (full.length === 0) return shares_kW.map((taken_kW) => (taken_kW < 0 ? share_kW : taken_kW));
    for (const user of full) {
      shares_kW[user] = limits_kW[user]!;
      left_kW = Math.max(0, left_kW - limits_kW[user]!);
    }
    open -= full.length;
  }
  return shares_kW;
}
