// Builds the viewer to static files that any plain web server can serve from any folder (`base: './'`).

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The font's subsets must stay files of their own: a browser fetches only those that the page needs.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
