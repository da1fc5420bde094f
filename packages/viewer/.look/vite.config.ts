import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
export default defineConfig({ root: import.meta.dirname, base: './', plugins: [react()], worker: { format: 'es' }, build: { target: 'es2022', outDir: '/tmp/look/dist', emptyOutDir: true, assetsInlineLimit: 0, minify: true } });
