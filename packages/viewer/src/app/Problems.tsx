// What is wrong and what to do about it: an invalid scenario, or an engine that could not start.

import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLink } from '../state/link.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import { CopyButton } from '../widgets/CopyButton.tsx';
import { begin } from './begin.ts';
import { openFiles } from './conduct.ts';

export function Problems(): ReactElement | null {
  const problems = useSession((state) => state.problems);
  const failure = useSession((state) => state.failure);
  if (problems.length > 0) return <InvalidScenarioScreen />;
  return failure === null ? null : <FailureScreen failure={failure} />;
}

function InvalidScenarioScreen(): ReactElement {
  const { t } = useTranslation();
  const problems = useSession((state) => state.problems);
  const update = useSession((state) => state.update);
  const running = useRun((state) => state.record !== null);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <section className="problems" role="alert">
      <h2>{t('failure.scenarioTitle', { count: problems.length })}</h2>
      <p>{running ? t('failure.scenarioBody') : t('failure.scenarioBodyFirst')}</p>
      <ol>
        {problems.map((problem, i) => (
          <li key={i}>
            <header>
              <span className="chip bad">{problem.code}</span>
              <span className="mono">
                <span className="visually-hidden">{t('failure.place')}: </span>
                {problem.place}
              </span>
            </header>
            <p>{problem.message}</p>
            <p className="cure">
              <b>{t('failure.cure')}</b> {problem.cure}
            </p>
          </li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" className="button primary" onClick={() => chooser.current?.click()}>
          {t('failure.openFile')}
        </button>
        {running ? (
          <button type="button" className="button" onClick={() => update({ problems: [] })}>
            {t('failure.keep')}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            onClick={() => {
              void begin(parseLink(''));
            }}
          >
            {t('failure.openDefault')}
          </button>
        )}
      </div>
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
    </section>
  );
}

function FailureScreen({ failure }: { readonly failure: string }): ReactElement {
  const { t } = useTranslation();
  const update = useSession((state) => state.update);
  const running = useRun((state) => state.record !== null);
  return (
    <section className="problems" role="alert">
      <h2>{t('failure.engineTitle')}</h2>
      <p>{t('failure.engineBody')}</p>
      <ol>
        <li>
          <header>
            <CopyButton text={failure} label={t('common.copy')} doneLabel={t('common.copied')} />
          </header>
          <p className="mono" style={{ whiteSpace: 'pre-wrap' }}>
            {failure}
          </p>
        </li>
      </ol>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            void begin(parseLink(location.hash));
          }}
        >
          {t('failure.retry')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            void begin(parseLink(''));
          }}
        >
          {t('failure.openDefault')}
        </button>
        {running ? (
          <button type="button" className="button" onClick={() => update({ failure: null })}>
            {t('failure.keep')}
          </button>
        ) : null}
      </div>
    </section>
  );
}
