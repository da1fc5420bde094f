import { describe, expect, it } from 'vitest';
import { fitView, viewOf } from '../../../packages/viewer/src/scene/camera/views.ts';
import { CAMERAS } from '../../../packages/viewer/src/state/run.ts';
import { smallModel } from '../fixtures/small-dc.ts';

type Vector = readonly [number, number, number];
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const unit = (a: Vector): Vector => {
  const l = Math.sqrt(dot(a, a));
  return [a[0] / l, a[1] / l, a[2] / l];
};

describe('the views of the camera', () => {
  const model = smallModel();

  for (const preset of CAMERAS) {
    for (const aspect of [0.6, 1, 1.8]) {
      it(`show the whole of '${preset}' and no more than needed, in a picture ${aspect} times as wide as high`, () => {
        const view = viewOf(model, preset);
        const { position, target } = fitView(view, aspect);
        const ahead = unit(minus(target, position));
        const right = unit(cross(ahead, [0, 0, 1]));
        const up = cross(right, ahead);
        const tall = Math.tan((view.fov * Math.PI) / 360);
        const [x0, y0, z0, x1, y1, z1] = view.box;
        let widest = 0;
        for (const x of [x0, x1])
          for (const y of [y0, y1])
            for (const z of [z0, z1]) {
              const seen = minus([x, y, z], position);
              const depth = dot(seen, ahead);
              expect(depth).toBeGreaterThan(0);
              widest = Math.max(
                widest,
                Math.abs(dot(seen, right)) / depth / (tall * aspect),
                Math.abs(dot(seen, up)) / depth / tall,
              );
            }
        expect(widest).toBeLessThanOrEqual(1.001);
        expect(widest).toBeGreaterThan(0.85);
      });
    }
  }
});
