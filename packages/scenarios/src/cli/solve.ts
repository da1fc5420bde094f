// dongseon solve: one algorithm of the engine on an instance, with nothing else around it. A file per problem.

import type { Command } from 'commander';
import { addSolveCartonization } from './solve-cartonization.ts';
import { addSolveOrderBatching } from './solve-order-batching.ts';
import { addSolvePickerTour } from './solve-picker-tour.ts';
import { addSolveReSlotting } from './solve-re-slotting.ts';
import { addSolveSlotting } from './solve-slotting.ts';
import { addSolveVehicleRouting } from './solve-vehicle-routing.ts';

export function addSolve(program: Command): void {
  const solve = program
    .command('solve')
    .summary('run one algorithm on an instance of the literature, or your own')
    .description('Runs one algorithm of the engine on instances, with nothing else around it: how a researcher checks us.')
    .addHelpText('after', '\nExample:\n  dongseon solve slotting example');
  addSolvePickerTour(solve);
  addSolveOrderBatching(solve);
  addSolveSlotting(solve);
  addSolveReSlotting(solve);
  addSolveCartonization(solve);
  addSolveVehicleRouting(solve);
}
