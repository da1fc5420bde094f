// Puts one component on a page of its own, with what every component may count on around it: language and tooltips. For tests.

import { Tooltip } from 'radix-ui';
import { act, createElement, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { changeLanguage, startLanguage } from '../i18n/index.ts';
import { useSaved, type Language } from '../state/saved.ts';

export interface Mounted {
  readonly element: HTMLElement;
  /** Carries out a change of state or an event and waits until the page shows it. */
  act(change: () => void | Promise<void>): Promise<void>;
  unmount(): Promise<void>;
}

export async function mount<Props extends object>(
  component: ComponentType<Props>,
  props: Props,
  language: Language = 'en',
): Promise<Mounted> {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  useSaved.getState().setLanguage(language);
  startLanguage(language);
  changeLanguage(language);
  const element = document.createElement('div');
  document.body.append(element);
  const root = createRoot(element);
  const during = (change: () => void | Promise<void>): Promise<void> =>
    act(async () => {
      await change();
    });
  await during(() => root.render(createElement(Tooltip.Provider, null, createElement(component, props))));
  return {
    element,
    act: during,
    unmount: () =>
      during(() => {
        root.unmount();
        element.remove();
      }),
  };
}
