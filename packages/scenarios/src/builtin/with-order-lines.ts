// Imported for its effect: the order lines of `online-retail` are at hand from the start, so that everything is synchronous.

import { provideOrderLines } from './online-retail.ts';
import * as data from './online-retail-data.ts';

provideOrderLines(data);
