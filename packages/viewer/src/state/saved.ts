// What a person likes, kept between visits in the browser's local storage: language, theme, single-key shortcuts.

import { create } from 'zustand';
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface SavedState {
  readonly language: Language;
  readonly theme: Theme;
  /** Single-key shortcuts; can be turned off (WCAG 2.1.4, KWCAG 2.2). */
  readonly shortcuts: boolean;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setShortcuts(on: boolean): void;
}

/** Korean where the browser's first language is Korean, English otherwise. */
export function preferredLanguage(browser: string): Language {
  return /^ko\b/i.test(browser) ? 'ko' : 'en';
}

/** Local storage, or memory where a browser refuses it (private windows, sandboxed frames). */
function storage(): StateStorage {
  try {
    localStorage.getItem('dongseon');
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => {
        kept.set(name, value);
      },
      removeItem: (name) => {
        kept.delete(name);
      },
    };
  }
}

export const useSaved = create<SavedState>()(
  persist(
    (set) => ({
      language: preferredLanguage(typeof navigator === 'undefined' ? 'en' : navigator.language),
      theme: 'auto',
      shortcuts: true,
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setShortcuts: (shortcuts) => set({ shortcuts }),
    }),
    { name: 'dongseon', version: 1, storage: createJSONStorage(storage) },
  ),
);

/** The theme to draw: 'auto' follows the system. */
export function effectiveTheme(theme: Theme, systemIsDark: boolean): 'light' | 'dark' {
  if (theme !== 'auto') return theme;
  return systemIsDark ? 'dark' : 'light';
}
