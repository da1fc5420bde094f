// The engine's thread. Nothing of the viewer runs here.

import '@dongseon/engine/worker';
