// Start-up: language, styles, the page.

import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './widgets/tokens.css';
import './widgets/data.css';
import './widgets/widgets.css';
import './panels/panels.css';
import './app/app.css';
import './app/stage.css';
import './app/time-bar.css';
import './app/phone.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { begin } from './app/begin.ts';
import { startLanguage } from './i18n/index.ts';
import { parseLink } from './state/link.ts';
import { useSaved } from './state/saved.ts';

const link = parseLink(location.hash);
if (link.language !== undefined) useSaved.getState().setLanguage(link.language);
startLanguage(useSaved.getState().language);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void begin(link);
