// Painting floors on a 2D canvas: one texture for the hall and one for the yard hold everything flat (tints, lanes, hazard
// stripes, contact shadows), so all of it costs a single draw call each. Coordinates are metres in the building's frame.

import { CanvasTexture, SRGBColorSpace } from 'three';
import type { Rectangle } from '../frames/engine.ts';

export class FloorPainter {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly rectangle: Rectangle;
  readonly pixelsPerMetre: number;

  /** @param longest pixels of the longer side. */
  constructor(rectangle: Rectangle, longest: number, finest = 56) {
    const width = rectangle[2] - rectangle[0];
    const depth = rectangle[3] - rectangle[1];
    this.rectangle = rectangle;
    this.pixelsPerMetre = Math.min(finest, longest / Math.max(width, depth));
    this.canvas = document.createElement('canvas');
    this.canvas.width = Math.max(1, Math.round(width * this.pixelsPerMetre));
    this.canvas.height = Math.max(1, Math.round(depth * this.pixelsPerMetre));
    const context = this.canvas.getContext('2d');
    if (context === null) throw new Error('this browser has no 2D canvas');
    this.context = context;
    // Metres, x east, y north.
    context.setTransform(
      this.pixelsPerMetre,
      0,
      0,
      -this.pixelsPerMetre,
      -rectangle[0] * this.pixelsPerMetre,
      rectangle[3] * this.pixelsPerMetre,
    );
  }

  fill(rectangle: Rectangle, colour: string, opacity = 1): void {
    this.context.globalAlpha = opacity;
    this.context.fillStyle = colour;
    this.context.fillRect(rectangle[0], rectangle[1], rectangle[2] - rectangle[0], rectangle[3] - rectangle[1]);
    this.context.globalAlpha = 1;
  }

  outline(rectangle: Rectangle, colour: string, width_m: number, opacity = 1, dash: readonly number[] = []): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.strokeStyle = colour;
    context.lineWidth = width_m;
    context.setLineDash([...dash]);
    const inset = width_m / 2;
    context.strokeRect(
      rectangle[0] + inset,
      rectangle[1] + inset,
      rectangle[2] - rectangle[0] - width_m,
      rectangle[3] - rectangle[1] - width_m,
    );
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  line(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    colour: string,
    width_m: number,
    opacity = 1,
    dash: readonly number[] = [],
  ): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.strokeStyle = colour;
    context.lineWidth = width_m;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  /** Diagonal stripes, as in front of dock doors and on blocked ground. */
  stripes(rectangle: Rectangle, colour: string, pitch_m: number, opacity: number): void {
    const { context } = this;
    const [x0, y0, x1, y1] = rectangle;
    context.save();
    context.beginPath();
    context.rect(x0, y0, x1 - x0, y1 - y0);
    context.clip();
    context.globalAlpha = opacity;
    context.strokeStyle = colour;
    context.lineWidth = pitch_m * 0.42;
    context.beginPath();
    for (let x = x0 - (y1 - y0); x < x1; x += pitch_m) {
      context.moveTo(x, y0);
      context.lineTo(x + (y1 - y0), y1);
    }
    context.stroke();
    context.restore();
  }

  /** A soft dark patch under something that stands there. */
  contact(rectangle: Rectangle, blur_m: number, opacity: number): void {
    const { context } = this;
    const far = 10_000;
    context.save();
    context.shadowColor = `rgb(20 24 32 / ${opacity})`;
    context.shadowBlur = blur_m * this.pixelsPerMetre * 2;
    // The shadow is cast from outside the picture, so that only the blur itself is painted. Shadow offsets are in pixels.
    context.shadowOffsetX = far;
    context.fillStyle = '#000';
    const shift = far / this.pixelsPerMetre;
    context.fillRect(rectangle[0] - shift, rectangle[1], rectangle[2] - rectangle[0], rectangle[3] - rectangle[1]);
    context.restore();
  }

  /** Paints text upright for a reader in the south. Latin letters and digits only: no font is loaded for others. */
  text(words: string, x: number, y: number, height_m: number, colour: string, opacity = 1): void {
    const { context } = this;
    context.save();
    context.translate(x, y);
    context.scale(1, -1);
    context.globalAlpha = opacity;
    context.fillStyle = colour;
    context.font = `700 ${height_m}px 'Pretendard Variable', Pretendard, Arial, sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(words, 0, 0);
    context.restore();
  }

  arrow(x: number, y: number, length_m: number, angle: number, colour: string, opacity = 1): void {
    const { context } = this;
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.globalAlpha = opacity;
    context.fillStyle = colour;
    const w = length_m * 0.08;
    context.beginPath();
    context.moveTo(-length_m / 2, -w);
    context.lineTo(length_m * 0.12, -w);
    context.lineTo(length_m * 0.12, -w * 3.2);
    context.lineTo(length_m / 2, 0);
    context.lineTo(length_m * 0.12, w * 3.2);
    context.lineTo(length_m * 0.12, w);
    context.lineTo(-length_m / 2, w);
    context.closePath();
    context.fill();
    context.restore();
  }

  texture(anisotropy: number): CanvasTexture {
    const texture = new CanvasTexture(this.canvas);
    texture.colorSpace = SRGBColorSpace;
    texture.anisotropy = anisotropy;
    texture.generateMipmaps = true;
    return texture;
  }
}
