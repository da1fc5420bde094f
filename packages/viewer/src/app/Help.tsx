// The keys, the settings, and what this page is.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dictionary } from '../i18n/ko.ts';
import { QUALITIES, useRun } from '../state/run.ts';
import { THEMES, useSaved } from '../state/saved.ts';
import { useSession } from '../state/session.ts';
import { Modal } from '../widgets/Modal.tsx';
import { Segments } from '../widgets/Segments.tsx';
import { Toggle } from '../widgets/Toggle.tsx';

const KEYS: readonly (readonly [keyof Dictionary['help']['key'], readonly string[]])[] = [
  ['playPause', ['Space']],
  ['pause', ['K']],
  ['slower', ['J', '−']],
  ['faster', ['L', '=']],
  ['realTime', ['0']],
  ['back', ['←', '→']],
  ['minute', ['Shift', '← →']],
  ['eventOfSelection', [',', '.']],
  ['ends', ['Home', 'End']],
  ['cameras', ['1', '…', '7']],
  ['focus', ['F']],
  ['follow', ['V']],
  ['overlay', ['H']],
  ['paths', ['P']],
  ['help', ['?']],
  ['escape', ['Esc']],
];

export function Help(): ReactElement {
  const { t } = useTranslation();
  const setHelp = useSession((state) => state.setHelp);
  const shortcuts = useSaved((state) => state.shortcuts);
  const setShortcuts = useSaved((state) => state.setShortcuts);
  const theme = useSaved((state) => state.theme);
  const setTheme = useSaved((state) => state.setTheme);
  const quality = useRun((state) => state.quality);
  const reducedMotion = useRun((state) => state.reducedMotion);
  const { setQuality, setReducedMotion } = useRun.getState();
  return (
    <Modal title={t('help.title')} closeLabel={t('common.close')} open onClose={() => setHelp(false)}>
      <h3>{t('help.about')}</h3>
      <p className="note">{t('help.aboutBody')}</p>
      <h3>{t('help.keys')}</h3>
      <div className="help-grid">
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <span>{t(`help.key.${name}`)}</span>
            <span className="keys">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
          </div>
        ))}
      </div>
      <h3>{t('help.settings')}</h3>
      <div className="settings">
        <Toggle label={t('help.shortcuts')} checked={shortcuts} onChange={setShortcuts} />
        <Toggle label={t('help.reducedMotion')} checked={reducedMotion} onChange={setReducedMotion} />
      </div>
      <div className="switch-row" style={{ minHeight: 40 }}>
        <span>{t('header.theme')}</span>
        <Segments
          label={t('header.theme')}
          value={theme}
          onChange={setTheme}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </div>
      <div className="switch-row">
        <span>{t('help.quality')}</span>
        <Segments
          label={t('help.quality')}
          value={quality}
          onChange={setQuality}
          options={QUALITIES.map((value) => ({ value, label: t(`quality.${value}`) }))}
        />
      </div>
    </Modal>
  );
}
