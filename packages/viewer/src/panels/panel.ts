// What a panel is: a name, an icon and a component. `panels/index.ts` lists them in the order of the rail.

import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Dictionary } from '../i18n/ko.ts';

export interface Panel {
  /** In links and in the store; also its name's key below `panel.` in the dictionaries. */
  readonly id: keyof Dictionary['panel'];
  readonly icon: LucideIcon;
  readonly Component: ComponentType;
}
