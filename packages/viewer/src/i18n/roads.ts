// Adds the control room's words to the dictionaries when the first part of it is loaded.

import i18next from 'i18next';
import { enRoads } from './en-roads.ts';
import { koRoads } from './ko-roads.ts';

function add(): void {
  i18next.addResourceBundle('ko', 'translation', koRoads, true);
  i18next.addResourceBundle('en', 'translation', enRoads, true);
}

if (i18next.isInitialized) add();
else i18next.on('initialized', add);
