// Product mark, scenario, operating mode, language, theme, help.

import { CircleHelp, Moon, Sun, SunMoon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../panels/words.ts';
import { useRun } from '../state/run.ts';
import { THEMES, useSaved } from '../state/saved.ts';
import { useSession } from '../state/session.ts';
import { clock } from '../frames/clock.ts';
import { useLanguage } from '../state/use.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { Segments } from '../widgets/Segments.tsx';
import { Tip } from '../widgets/Tip.tsx';
import { start } from './conduct.ts';

export function Mark({ size = 26 }: { readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0b50d0" />
      <path
        d="M7 24V10a3 3 0 0 1 6 0v10a3 3 0 0 0 6 0V12a3 3 0 0 1 6 0v12"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

const THEME_ICONS = { auto: SunMoon, light: Sun, dark: Moon } as const;

export function Header(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const model = useRun((state) => state.model);
  const theme = useSaved((state) => state.theme);
  const setTheme = useSaved((state) => state.setTheme);
  const setLanguage = useSaved((state) => state.setLanguage);
  const togglePanel = useSession((state) => state.togglePanel);
  const setHelp = useSession((state) => state.setHelp);
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return (
    <header className="header">
      <h1 className="mark">
        <Mark />
        <span>
          {t('product.name')} <small>{t('product.latin')}</small>
        </span>
      </h1>
      <i className="divider wide-only" aria-hidden="true" />
      {model === null ? null : (
        <button
          type="button"
          className="scenario-name"
          title={t('header.changeScenario')}
          onClick={() => togglePanel('scenario')}
        >
          {nameIn(model.names, language)}
        </button>
      )}
      {model?.illustrative === true ? (
        <Tip side="bottom" content={t('header.illustrativeMeaning')}>
          <button type="button" className="chip warn">
            {t('header.illustrative')}
          </button>
        </Tip>
      ) : null}
      <span className="grow" />
      <ModeSwitch />
      <div className="tools">
        <button
          type="button"
          className="language"
          aria-label={t('header.language')}
          title={t('header.language')}
          onClick={() => setLanguage(language === 'ko' ? 'en' : 'ko')}
        >
          {t('header.otherLanguage')}
        </button>
        <IconButton
          icon={THEME_ICONS[theme]}
          label={`${t('header.theme')}: ${t(`theme.${theme}`)}`}
          onClick={() => setTheme(nextTheme)}
        />
        <IconButton icon={CircleHelp} label={t('header.help')} shortcut="?" onClick={() => setHelp(true)} />
      </div>
    </header>
  );
}

/** Switches between the scenario's operating modes; the run before is kept to compare with. */
function ModeSwitch(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const facts = useSession((state) => state.facts);
  const choices = useSession((state) => state.choices);
  if (facts === null || choices === null || facts.modes.length < 2 || facts.modes.length > 3) return null;
  return (
    <Segments
      label={t('header.mode')}
      value={choices.mode}
      options={facts.modes.map((mode) => ({ value: mode.id, label: nameIn(mode.names, language) }))}
      onChange={(mode) => {
        if (mode !== choices.mode) {
          void start({ ...choices, mode, policies: facts.policies(mode) }, { compare: true, tick: clock.tick });
        }
      }}
    />
  );
}
