// Labels over the picture, as HTML: names of zones and doors, numbers of stops. They are placed every frame the camera moved,
// without React, and give way to each other where they would overlap.

import type { Camera } from 'three';
import { INBOUND, type Model } from '../../frames/engine.ts';
import { toScreen } from '../picking/pick.ts';
import type { Language } from '../setting.ts';

interface Label {
  readonly element: HTMLElement;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Hidden when the camera is nearer than this to what it looks at, metres. */
  readonly from: number;
  /** Hidden when it is further away than this. */
  readonly to: number;
  /** Pixels to the right of its place. */
  readonly aside: number;
  width: number;
  height: number;
}

/** Nearest and farthest the camera may be to what it looks at, metres. */
type Range = readonly [from: number, to: number];

/** Between labels that touch, pixels. */
const GAP_PX = 4;

export class LabelLayer {
  private readonly host: HTMLElement;
  private labels: Label[] = [];
  private readonly screen = { x: 0, y: 0 };

  constructor(host: HTMLElement) {
    this.host = host;
  }

  /** @param aside pixels to the right of its place. */
  add(className: string, text: string, at: readonly [x: number, y: number, z: number], range: Range, aside = 0): HTMLElement {
    const element = document.createElement('span');
    element.className = className;
    element.textContent = text;
    this.host.append(element);
    const [x, y, z] = at;
    this.labels.push({ element, x, y, z, from: range[0], to: range[1], aside, width: 0, height: 0 });
    return element;
  }

  /** @param distance from the camera to what it looks at, metres. */
  place(camera: Camera, width: number, height: number, distance: number): void {
    const taken: [number, number, number, number][] = [];
    for (const label of this.labels) {
      const { element } = label;
      let shown =
        distance >= label.from && distance <= label.to && toScreen(camera, width, height, label.x, label.y, label.z, this.screen);
      if (shown) {
        if (label.width === 0) {
          label.width = element.offsetWidth;
          label.height = element.offsetHeight;
        }
        const x = this.screen.x - label.width / 2 + label.aside;
        const y = this.screen.y - label.height;
        shown =
          x > 2 &&
          y > 2 &&
          x + label.width < width - 2 &&
          y + label.height < height - 2 &&
          !taken.some(
            ([x0, y0, x1, y1]) =>
              x < x1 + GAP_PX && x + label.width > x0 - GAP_PX && y < y1 + GAP_PX && y + label.height > y0 - GAP_PX,
          );
        if (shown) {
          taken.push([x, y, x + label.width, y + label.height]);
          element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
        }
      }
      element.classList.toggle('is-shown', shown);
    }
  }

  clear(): void {
    for (const label of this.labels) label.element.remove();
    this.labels = [];
  }
}

/** The names of zones and doors of a model. */
export function addNames(layer: LabelLayer, model: Model, language: Language): void {
  for (const zone of model.building.zones) {
    const [x0, y0, x1, y1] = zone.rectangle;
    const racks = model.building.racks.filter(
      ({ rectangle: r }) => r[0] >= x0 - 0.1 && r[2] <= x1 + 0.1 && r[1] >= y0 - 0.1 && r[3] <= y1 + 0.1,
    );
    const top = Math.max(0.2, zone.walled ? 3.6 : 0, ...racks.map((rack) => rack.height_m));
    const element = layer.add('twin-zone', zone.names[language], [(x0 + x1) / 2, (y0 + y1) / 2, top + 0.5], [26, Infinity]);
    element.dataset.temperature = String(zone.temperature);
    if (zone.set_c !== undefined) {
      const degrees = document.createElement('b');
      degrees.textContent = `${zone.set_c} °C`.replace('-', '−');
      element.append(degrees);
    }
  }
  for (const door of model.building.doors) {
    const element = layer.add('twin-door', door.id, [door.x_m, door.y_m, 3.7], [0, 95]);
    element.dataset.kind = !door.open ? 'blocked' : door.kind === INBOUND ? 'inbound' : 'outbound';
  }
}
