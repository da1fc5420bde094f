// Boxes drawn in isometric projection: where their corners are on the page, and in which order they cover each other.
//
// One looks from +x, +y and above: a box that lies wholly on the smaller side of another along some axis may be hidden by it, so it
// is drawn before. Boxes do not cut into each other.
//
// Worked example: a box at x 0-1 and one at x 1-2 beside it: the first is drawn before the second. (1, 0, 0) is 0.87 to the right of
// the origin and 0.5 below it; (0, 0, 1) is 1 above it.

export interface Box {
  readonly x_m: number;
  readonly y_m: number;
  readonly z_m: number;
  readonly alongX_m: number;
  readonly alongY_m: number;
  readonly alongZ_m: number;
}

const COS_30 = Math.sqrt(3) / 2;

/** A point of the page: to the right, and down. */
export function onPage(x: number, y: number, z: number): readonly [number, number] {
  return [(x - y) * COS_30, (x + y) / 2 - z];
}

/** Touching boxes count as beside each other, metres. */
const TOUCH_M = 1e-6;

function liesBehind(a: Box, b: Box): boolean {
  return a.x_m + a.alongX_m <= b.x_m + TOUCH_M || a.y_m + a.alongY_m <= b.y_m + TOUCH_M || a.z_m + a.alongZ_m <= b.z_m + TOUCH_M;
}

/** The numbers of the boxes in the order in which they are drawn, the hidden ones first. O(n²). */
export function drawingOrder(boxes: readonly Box[]): number[] {
  const order: number[] = [];
  const visited = new Uint8Array(boxes.length);
  const visit = (i: number): void => {
    if (visited[i] === 1) return;
    visited[i] = 1;
    boxes.forEach((other, j) => {
      if (j !== i && liesBehind(other, boxes[i]!) && !liesBehind(boxes[i]!, other)) visit(j);
    });
    order.push(i);
  };
  const depth = ({ x_m, y_m, z_m }: Box): number => x_m + y_m + z_m;
  [...boxes.keys()].sort((a, b) => depth(boxes[a]!) - depth(boxes[b]!)).forEach(visit);
  return order;
}

/** The three faces that are seen: top, right (+x), left (+y), each as corners on the page. */
export function facesOf({ x_m, y_m, z_m, alongX_m, alongY_m, alongZ_m }: Box): Record<'top' | 'right' | 'left', string> {
  const [x, y, z] = [x_m + alongX_m, y_m + alongY_m, z_m + alongZ_m];
  const corners = (...points: readonly (readonly [number, number, number])[]): string =>
    points
      .map((point) =>
        onPage(...point)
          .map((value) => value.toFixed(4))
          .join(),
      )
      .join(' ');
  return {
    top: corners([x_m, y_m, z], [x, y_m, z], [x, y, z], [x_m, y, z]),
    right: corners([x, y_m, z_m], [x, y, z_m], [x, y, z], [x, y_m, z]),
    left: corners([x_m, y, z_m], [x, y, z_m], [x, y, z], [x_m, y, z]),
  };
}
