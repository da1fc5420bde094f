// The check weight: a carton is put on a scale, and where it is off what its goods should weigh by more than chance explains,
// it is opened.
//
// Source:     Shewhart, W.A. (1931), "Economic Control of Quality of Manufactured Product", Van Nostrand, chapter XIX: limits
//             at a number of standard deviations from the mean, within which nobody looks for a cause.
// Applies to: cartons of units that weigh w on average with coefficient of variation cv, independently of each other: a carton
//             of n such units has mean n · w and standard deviation √n · cv · w. In grams. A wrong pick moves the mean.
// Cost:       O(1) a carton.
// Rates:      opened without a wrong pick 2 (1 − Φ(sigmas)), where the scale's step is small against the standard deviation;
//             opened with one that moves the mean by d: 1 − Φ((limit − d) / sd) + Φ((−limit − d) / sd).
//
// Worked example: 10 units of 500 g, cv 1 %: 5,000 g with a standard deviation of √10 · 5 = 15.8 g. The scale shows steps of
// 20 g, and 3 standard deviations are 47.4 g: opened is what shows less than 4,960 g or more than 5,040 g. A unit too few shows
// some 4,500 g and is always found. Ten units of a neighbour that weighs 496 g pass unless they weigh less than 4,950 g, where
// the scale turns to 4,940: 1 − Φ((4,960 − 4,950) / 15.8) = 26 % are found. 5,000 g that are right are opened where they are
// 50 g off: 2 (1 − Φ(50 / 15.8)) = 0.16 %.

/** What a scale shows of a weight, grams; a step of 0 shows all. */
export function shown_g(weight_g: number, step_g: number): number {
  return step_g > 0 ? Math.round(weight_g / step_g) * step_g : weight_g;
}

/** Whether a carton that shows `off_g` more or less than it should is to be opened. */
export function isOff(off_g: number, deviation_g: number, step_g: number, sigmas: number): boolean {
  return Math.abs(off_g) > Math.max(step_g, sigmas * deviation_g);
}
