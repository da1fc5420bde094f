// Chooses what is simulated: scenario, operating mode, seed, length and the policies; then what the change did.

import { FolderOpen, Play, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openFiles, start } from '../../app/conduct.ts';
import { clock } from '../../frames/clock.ts';
import type { Catalogue, ScenarioFacts } from '../../state/catalogue.ts';
import { useSession, type Choices } from '../../state/session.ts';
import { useLanguage } from '../../state/use.ts';
import { Choice } from '../../widgets/Choice.tsx';
import { NumberField } from '../../widgets/NumberField.tsx';
import { nameIn } from '../words.ts';
import { changesBetween } from './changes.ts';
import { Effect } from './Effect.tsx';
import { PolicyFields } from './PolicyFields.tsx';

const LARGEST_SEED = 2 ** 31 - 1;

export function ScenarioPanel(): ReactElement | null {
  const catalogue = useSession((state) => state.catalogue);
  const choices = useSession((state) => state.choices);
  const facts = useSession((state) => state.facts);
  if (catalogue === null || choices === null || facts === null) return null;
  return <ScenarioForm catalogue={catalogue} current={choices} currentFacts={facts} />;
}

interface ScenarioFormProps {
  readonly catalogue: Catalogue;
  readonly current: Choices;
  readonly currentFacts: ScenarioFacts;
}

function ScenarioForm({ catalogue, current, currentFacts }: ScenarioFormProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const phase = useSession((state) => state.phase);
  const update = useSession((state) => state.update);
  const [draft, setDraft] = useState(current);
  const [facts, setFacts] = useState(currentFacts);
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setDraft(current);
    setFacts(currentFacts);
  }, [current, currentFacts]);

  const chooseScenario = (id: string): void => {
    catalogue.facts(id).then(
      (next) => {
        setFacts(next);
        setDraft({ scenario: id, mode: next.mode, seed: next.seed, days: next.days, policies: next.policies(next.mode) });
      },
      (error: unknown) => update({ failure: String(error) }),
    );
  };
  const changes = changesBetween(current, draft, facts.policies(draft.mode));
  const busy = phase === 'compiling' || phase === 'starting';
  const apply = (): void => {
    const sameDays = draft.days === current.days && draft.scenario === current.scenario;
    void start(draft, { compare: true, tick: sameDays ? clock.tick : undefined });
  };

  return (
    <>
      <Effect />
      <div className="form-grid">
        <div className="span">
          <Choice
            label={t('scenario.choose')}
            value={draft.scenario}
            onChange={chooseScenario}
            options={catalogue.scenarios().map((entry) => ({
              value: entry.id,
              label: entry.own ? `${nameIn(entry.names, language)} (${t('scenario.own')})` : nameIn(entry.names, language),
            }))}
          />
        </div>
        <div className="span">
          <Choice
            label={t('scenario.mode')}
            value={draft.mode}
            onChange={(mode) => setDraft({ ...draft, mode, policies: facts.policies(mode) })}
            options={facts.modes.map((mode) => ({ value: mode.id, label: nameIn(mode.names, language) }))}
          />
        </div>
        <NumberField
          label={t('scenario.seed')}
          value={draft.seed}
          min={0}
          max={LARGEST_SEED}
          onChange={(seed) => setDraft({ ...draft, seed })}
        />
        <NumberField
          label={t('scenario.days')}
          value={draft.days}
          min={1}
          max={31}
          unit={t('scenario.daysUnit')}
          onChange={(days) => setDraft({ ...draft, days })}
        />
      </div>
      <PolicyFields
        catalogue={catalogue}
        value={draft.policies}
        own={facts.policies(draft.mode)}
        onChange={(policies) => setDraft({ ...draft, policies })}
      />
      <div className="card">
        <button type="button" className="button" onClick={() => chooser.current?.click()}>
          <FolderOpen size={16} aria-hidden="true" />
          {t('scenario.openFile')}
        </button>
        <p className="hint">{t('scenario.openHint')}</p>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept=".yaml,.yml,.json,.csv"
          onChange={(event) => {
            void openFiles([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <div className={changes.length === 0 ? 'sticky-actions idle' : 'sticky-actions'}>
        <div className="button-row">
          <button
            type="button"
            className="button primary"
            style={{ flex: 1 }}
            disabled={changes.length === 0 || busy}
            onClick={apply}
          >
            <Play size={16} aria-hidden="true" />
            {busy ? t('scenario.applying') : t('scenario.apply')}
          </button>
          <button
            type="button"
            className="button"
            disabled={changes.length === 0}
            onClick={() => {
              setDraft(current);
              setFacts(currentFacts);
            }}
          >
            <RotateCcw size={16} aria-hidden="true" />
            {t('scenario.reset')}
          </button>
        </div>
        <p className="hint">
          {changes.length === 0 ? t('scenario.unchanged') : t('scenario.changes', { count: changes.length })}
        </p>
      </div>
    </>
  );
}
