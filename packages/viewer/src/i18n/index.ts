// The interface's language. Both languages are part of the page: switching needs no network.

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../state/saved.ts';
import { en } from './en.ts';
import { ko, type Dictionary } from './ko.ts';
import type { koRoads } from './ko-roads.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Dictionary & typeof koRoads };
  }
}

export const dictionaries = { ko, en } as const;

export function startLanguage(language: Language): typeof i18next {
  if (!i18next.isInitialized) {
    void i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: 'en',
      resources: { ko: { translation: ko }, en: { translation: en } },
      interpolation: { escapeValue: false },
      initAsync: false,
    });
  }
  return i18next;
}

/** Changes the language of the interface and of the document. */
export function changeLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
