// The goods in the locations: one box a location, all boxes of a chunk in one draw call. How full a location is, which goods
// lie there and how hot it is come from a texture with one texel a location, so a change of stock is four bytes and a change
// of overlay is a uniform.

import {
  ClampToEdgeWrapping,
  DataTexture,
  MeshDepthMaterial,
  MeshLambertMaterial,
  NearestFilter,
  RGBADepthPacking,
  RGBAFormat,
  SRGBColorSpace,
  UnsignedByteType,
  type Material,
  type WebGLProgramParametersWithUniforms,
} from 'three';

/** Texels a row of the cell texture. */
export const CELLS_PER_ROW = 1024;

export const STOCK_PLAIN = 0;
/** Locations that have a colour at full size, in it; no others. */
export const STOCK_COLOURED = 1;
/** The goods as they lie there, in their location's colour. */
export const STOCK_COLOURED_GOODS = 2;

export interface StockUniforms {
  readonly uCells: { value: DataTexture };
  readonly uGoods: { value: DataTexture };
  /** 256 colours of the overlay. */
  readonly uColours: { value: DataTexture };
  readonly uMode: { value: number };
}

const HEADER = /* glsl */ `
attribute vec3 aOffset; // middle of the bottom, metres
attribute vec3 aSize;   // width, depth, height, metres
attribute float aIndex; // location
attribute float aPallet;
uniform sampler2D uCells;
uniform int uMode;
varying vec3 vLocal;
varying vec3 vFace;
varying vec4 vCell;
varying float vPallet;
varying float vSeed;
`;

const POSITION = /* glsl */ `
int cellIndex = int(aIndex + 0.5);
vec4 cell = texelFetch(uCells, ivec2(cellIndex % ${CELLS_PER_ROW}, cellIndex / ${CELLS_PER_ROW}), 0);
vec3 size = aSize;
size.z *= uMode == ${STOCK_COLOURED} ? 0.96 : cell.r;
bool hidden = uMode == ${STOCK_COLOURED} ? cell.b <= 0.0 : cell.r <= 0.0;
vLocal = (position + vec3(0.5, 0.5, 0.0)) * size;
vFace = normal;
vCell = cell;
vPallet = aPallet;
vSeed = aIndex;
vec3 transformed = hidden ? aOffset : position * size + aOffset;
`;

const FRAGMENT_HEADER = /* glsl */ `
uniform sampler2D uGoods;
uniform sampler2D uColours;
uniform int uMode;
varying vec3 vLocal;
varying vec3 vFace;
varying vec4 vCell;
varying float vPallet;
varying float vSeed;
float noise(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }
`;

/** Cartons: seams between them and a slightly different shade each; they fade where a carton is smaller than two pixels. */
const FRAGMENT = /* glsl */ `
vec2 face = abs(vFace.x) > 0.5 ? vLocal.yz : abs(vFace.y) > 0.5 ? vLocal.xz : vLocal.xy;
if (uMode != ${STOCK_PLAIN}) {
  diffuseColor.rgb = texelFetch(uColours, ivec2(int(vCell.b * 255.0 + 0.5), 0), 0).rgb;
} else {
  diffuseColor.rgb = texture2D(uGoods, vec2(vCell.g, 0.5)).rgb;
}
float height = vPallet > 0.5 ? vLocal.z - 0.14 : vLocal.z;
vec2 carton = vPallet > 0.5 ? vec2(0.37, 0.29) : vec2(0.3, 0.22);
vec2 grid = vec2(face.x, abs(vFace.z) > 0.5 ? face.y : height) / carton;
vec2 width = fwidth(grid);
float detail = clamp(1.4 - 2.2 * max(width.x, width.y), 0.0, 1.0);
float shade = (noise(floor(grid) + vSeed) - 0.5) * 0.16;
vec2 edge = abs(fract(grid - 0.5) - 0.5);
float seam = 1.0 - smoothstep(0.0, 0.07, min(edge.x * carton.x, edge.y * carton.y) * 3.0);
diffuseColor.rgb *= 1.0 + detail * (shade - seam * 0.22);
// The colours of an overlay glow a little, so that they read like the legend's also in the shade.
if (uMode != ${STOCK_PLAIN}) totalEmissiveRadiance += diffuseColor.rgb * 0.28;
if (vPallet > 0.5 && uMode != ${STOCK_COLOURED} && height < 0.0 && abs(vFace.z) < 0.5) {
  float gap = step(0.22, abs(fract(face.x / 0.55) - 0.5)) * step(-0.1, -abs(height + 0.085));
  diffuseColor.rgb = mix(vec3(0.42, 0.27, 0.13), vec3(0.09, 0.065, 0.045), gap);
}
`;

function patch(material: Material, uniforms: StockUniforms, coloured: boolean): void {
  material.onBeforeCompile = (shader: WebGLProgramParametersWithUniforms) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = HEADER + shader.vertexShader.replace('#include <begin_vertex>', POSITION);
    if (!coloured) return;
    shader.fragmentShader =
      FRAGMENT_HEADER + shader.fragmentShader.replace('#include <color_fragment>', `#include <color_fragment>\n${FRAGMENT}`);
  };
  material.customProgramCacheKey = () => `dongseon-stock-${coloured}`;
}

export function stockMaterial(uniforms: StockUniforms): MeshLambertMaterial {
  const material = new MeshLambertMaterial();
  patch(material, uniforms, true);
  return material;
}

/** For the shadow pass: the same boxes. */
export function stockDepthMaterial(uniforms: StockUniforms): MeshDepthMaterial {
  const material = new MeshDepthMaterial({ depthPacking: RGBADepthPacking });
  patch(material, uniforms, false);
  return material;
}

/** A texture of one row from sRGB colours, 4 bytes each. */
export function lookUpTexture(colours: readonly (readonly [number, number, number])[]): DataTexture {
  const data = new Uint8Array(colours.length * 4);
  colours.forEach(([r, g, b], i) => data.set([r, g, b, 255], i * 4));
  const texture = new DataTexture(data, colours.length, 1, RGBAFormat, UnsignedByteType);
  texture.colorSpace = SRGBColorSpace;
  texture.magFilter = texture.minFilter = NearestFilter;
  texture.wrapS = texture.wrapT = ClampToEdgeWrapping;
  texture.needsUpdate = true;
  return texture;
}

/** The texture of cells: red fill, green goods, blue colour of the overlay (0: none). */
export function cellTexture(locations: number): DataTexture {
  const rows = Math.max(1, Math.ceil(locations / CELLS_PER_ROW));
  const texture = new DataTexture(new Uint8Array(rows * CELLS_PER_ROW * 4), CELLS_PER_ROW, rows, RGBAFormat, UnsignedByteType);
  texture.magFilter = texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}
