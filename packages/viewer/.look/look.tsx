import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '../src/widgets/tokens.css';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../src/i18n/index.ts';
import { Twin } from '../src/scene/Twin.tsx';
import { RoadMap } from '../src/scene/RoadMap.tsx';
import { RunRecord } from '../src/frames/timeline.ts';
import { clock } from '../src/frames/clock.ts';
import { useRun } from '../src/state/run.ts';
import { startSession, openEngine } from '../src/engine-link/session.ts';

const q = new URLSearchParams(location.search);
const theme = q.get('theme') === 'dark' ? 'dark' : 'light';
const lang = q.get('lang') === 'en' ? 'en' : 'ko';
document.documentElement.dataset.theme = theme;
startLanguage(lang);
const scenarios = await import('@dongseon/scenarios');
const loaded = scenarios.loadBuiltin(q.get('scenario') ?? 'gimhae-shared-dc');
const model = scenarios.compile(loaded, {});
let record: RunRecord | null = null;
const big = Number(q.get('big') ?? 0);
const shown = big > 1 ? tile(model, big) : model;
function tile(m: any, n: number): any {
  const { count } = m.locations; const w = m.building.width_m + 6, d = m.building.depth_m + 4; const L: any = { count: count * n * n };
  for (const [k, a] of Object.entries<any>(m.locations)) { if (k === 'count') continue; const out = new a.constructor(count * n * n); for (let i = 0; i < n * n; i++) out.set(a, i * count); L[k] = out; }
  const racks: any[] = [], areas: any[] = [];
  for (let i = 0; i < n * n; i++) { const dx = (i % n) * w, dy = Math.floor(i / n) * d;
    for (let k = 0; k < count; k++) { L.x_m[i * count + k] += dx; L.y_m[i * count + k] += dy; L.area[i * count + k] += i * m.building.areas.length; }
    for (const r of m.building.racks) racks.push({ ...r, area: r.area + i * m.building.areas.length, rectangle: [r.rectangle[0] + dx, r.rectangle[1] + dy, r.rectangle[2] + dx, r.rectangle[3] + dy] });
    for (const a of m.building.areas) areas.push({ ...a, aisles_x_m: a.aisles_x_m.map((x: number) => x + dx), crossAisles_y_m: a.crossAisles_y_m.map((y: number) => y + dy), firstLocation: a.firstLocation + i * count, endLocation: a.endLocation + i * count }); }
  return { ...m, locations: L, building: { ...m.building, width_m: w * n, depth_m: d * n, racks, areas } };
}
const session = startSession(openEngine(), (f) => record?.append(f));
const policies = scenarios.policyChoice(loaded.scenario, model.mode);
const { agents } = await session.load({ model, policies, seed: 1 });
record = new RunRecord(shown, agents);
if (big > 1) for (let l = model.locations.count; l < shown.locations.count; l++) if ((l * 7919) % 10 < 7) record.stockLog.append(0, l, 1 + (l % 40), l % model.items.count);
clock.follow(record, 0);
useRun.getState().open(shown, agents, record);
const t = performance.now();
await session.runAhead();
(window as any).simMs = performance.now() - t;
const [h, m] = (q.get('t') ?? '10:20').split(':').map(Number);
clock.seek((h! * 60 + m!) * 60e6);
const run = useRun.getState();
if (q.get('quality')) run.setQuality(q.get('quality') as any);
if (q.get('overlay')) run.setOverlay(q.get('overlay') as any);
if (q.get('paths')) run.setShowPaths(true);
if (q.get('select')) { const [k, i] = q.get('select')!.split(','); run.select({ kind: k as any, index: Number(i) }); }
if (q.get('camera')) run.goTo(q.get('camera') as any);
(window as any).clock = clock; (window as any).useRun = useRun; (window as any).record = record;
createRoot(document.getElementById('root')!).render(q.get('map') ? <RoadMap language={lang} theme={theme} /> : <Twin language={lang} theme={theme} />);
(window as any).ready = true;
if (q.get('play')) { run.play(true); clock.setSpeed(60); clock.setPlaying(true); }
