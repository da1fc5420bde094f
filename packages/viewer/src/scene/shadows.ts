// Shadows of what stands still: drawn once and kept, so a frame pays one texture look-up for them. Changed stock renews them
// at most every two seconds.

import type { WebGLRenderer } from 'three';

const RENEW_MS = 2000;
let last_ms = -Infinity;

/** Something that casts a shadow changed. */
export function shadowsChanged(gl: WebGLRenderer, atOnce = false): void {
  const now = performance.now();
  if (!gl.shadowMap.enabled || (!atOnce && now - last_ms < RENEW_MS)) return;
  last_ms = now;
  gl.shadowMap.needsUpdate = true;
}
