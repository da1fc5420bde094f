// The entry of the Web Worker: the engine behind the border of protocol/. Started by `connectWorker`.

import { engine } from './protocol/engine.ts';
import { serve } from './protocol/serve.ts';

serve(engine);
