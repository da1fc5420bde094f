// A drop-down for each decision; policies that do not apply to the model say why.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../state/catalogue.ts';
import { DECISIONS, type PolicyChoice } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { Choice } from '../../widgets/Choice.tsx';
import { nameIn } from '../words.ts';

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
      {DECISIONS.map((decision) => {
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
      })}
    </section>
  );
}
