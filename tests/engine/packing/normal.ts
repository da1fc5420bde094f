// The normal distribution by Simpson's rule, apart from the engine's own functions, and what follows for the check weight.

/** Probability that a standard normal is at most x, to 1e-9. */
export function Phi(x: number): number {
  const steps = 2000;
  const h = Math.min(Math.abs(x), 9) / steps;
  const density = (t: number): number => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * density(i * h);
  const half = (sum * h) / 3;
  return x >= 0 ? 0.5 + half : 0.5 - half;
}

/**
 * Probability that a carton that should weigh `mean_g` is opened when it weighs `shift_g` more: by the marks of the scale
 * that are within the limit, and the weights that it shows at those marks.
 */
export function openedShare(mean_g: number, deviation_g: number, shift_g: number, step_g: number, sigmas: number): number {
  const limit_g = Math.max(step_g, sigmas * deviation_g);
  let [low, high] = [mean_g - limit_g, mean_g + limit_g];
  if (step_g > 0) {
    low = (Math.ceil(low / step_g) - 0.5) * step_g;
    high = (Math.floor(high / step_g) + 0.5) * step_g;
  }
  const at = (weight_g: number): number => Phi((weight_g - mean_g - shift_g) / deviation_g);
  return 1 - (at(high) - at(low));
}
