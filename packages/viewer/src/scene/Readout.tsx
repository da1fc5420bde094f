// `?debug=1`: what a frame costs, read twice a second.

import { useEffect, useState } from 'react';
import { frameStats } from './stats.ts';

export function Readout(): React.JSX.Element {
  const [stats, setStats] = useState(() => frameStats.read());
  useEffect(() => {
    const timer = setInterval(() => setStats(frameStats.read()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <output className="twin-readout">
      {`${stats.js_ms.toFixed(2)} ms (p95 ${stats.js_p95_ms.toFixed(2)}) · ${stats.drawCalls} draw calls · ` +
        `${(stats.triangles / 1000).toFixed(0)}k triangles · ${stats.fps.toFixed(0)} fps`}
    </output>
  );
}
