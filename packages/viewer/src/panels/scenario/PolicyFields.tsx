// A drop-down for each decision, by part of the work; policies that do not apply to the model say why.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../state/catalogue.ts';
import type { Decision, PolicyChoice } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { Choice } from '../../widgets/Choice.tsx';
import { nameIn } from '../words.ts';

/** Every decision, by the part of the work it belongs to. */
export const DECISION_GROUPS = {
  inbound: ['door-assignment'],
  storage: ['storage-assignment', 'put-away', 'stock-selection', 'replenishment', 're-slotting'],
  picking: ['batching', 'routing'],
  people: ['task-dispatching'],
  outbound: ['cartonization', 'vehicle-routing', 're-planning'],
} as const satisfies Readonly<Record<string, readonly Decision[]>>;
const GROUP_NAMES = Object.keys(DECISION_GROUPS) as (keyof typeof DECISION_GROUPS)[];

interface PolicyFieldsProps {
  readonly catalogue: Catalogue;
  readonly value: PolicyChoice;
  /** The scenario's own choice in this mode. */
  readonly own: PolicyChoice;
  readonly onChange: (policies: PolicyChoice) => void;
}

export function PolicyFields({ catalogue, value, own, onChange }: PolicyFieldsProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const model = useRun((state) => state.model);
  return (
    <section className="policy-list">
      <div>
        <h3 className="section-title">{t('scenario.policies')}</h3>
        <p className="hint">{t('scenario.policiesHint')}</p>
      </div>
      {GROUP_NAMES.map((group) => (
        <fieldset key={group}>
          <legend>{t(`decisionGroup.${group}`)}</legend>
          {DECISION_GROUPS[group].map((decision) => field(decision))}
        </fieldset>
      ))}
    </section>
  );

  function field(decision: Decision): ReactElement {
    const policies = catalogue.policies[decision].map((policy) => ({
      policy,
      refusal: model === null ? undefined : catalogue.refusal(model, decision, policy.id),
    }));
    const refusals = policies.flatMap(({ policy, refusal }) =>
      refusal === undefined ? [] : [`${nameIn(policy.names, language)}: ${t('scenario.unsupported', { because: refusal })}`],
    );
    return (
      <div key={decision} className={value[decision] === own[decision] ? '' : 'changed'}>
        <Choice
          label={t(`decision.${decision}`)}
          value={value[decision]}
          onChange={(id) => onChange({ ...value, [decision]: id })}
          options={policies.map(({ policy, refusal }) => ({
            value: policy.id,
            label: nameIn(policy.names, language),
            disabled: refusal !== undefined,
          }))}
          hint={refusals.length === 0 ? undefined : refusals.join(' ')}
        />
      </div>
    );
  }
}
