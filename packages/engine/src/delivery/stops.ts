// At a stop: the goods of an order are handed over, come back since nobody is there or since something is wrong with them, or the
// parcels of a collection are fetched.
//
// Service begins when the vehicle is there and the store is open. Whether nobody is there, and how long it takes, is drawn from the
// order's (collection's) own sequence, so that it does not depend on who comes when.

import { gammaByMeanCv } from '../base/distributions.ts';
import type { RandomStream } from '../base/random.ts';
import { secondsToTicks, ticksToSeconds } from '../base/units.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { handOver } from '../world/lines.ts';
import { ORDER, TOUR_PHASE } from '../world/states.ts';
import { fetchParcels } from './collections.ts';
import type { Expectation } from './expectation.ts';
import type { Replanner } from './replanner.ts';
import type { Road } from './road.ts';
import { STEP } from './steps.ts';
import { collectionOf, subjectAt } from './tours.ts';
import { windowOf } from './windows.ts';

export class Stops {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly road: Road;
  private readonly expectation: Expectation;
  private readonly replanner: Replanner;

  constructor(context: Context, workforce: Workforce, road: Road, expectation: Expectation, replanner: Replanner) {
    this.context = context;
    this.workforce = workforce;
    this.road = road;
    this.expectation = expectation;
    this.replanner = replanner;
  }

  /** The vehicle is at its next stop, where it may have to wait. */
  arrive(person: number, tour: number): void {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    t.phase[tour] = TOUR_PHASE['at-stop'];
    this.replanner.lookAt(tour, this.expectation.tell(tour));
    const { opens } = windowOf(this.context, this.subject(tour));
    if (opens <= sim.now) return this.serve(person, tour);
    world.persons.columns.step[person] = STEP.serve;
    t.expected[tour] = sim.now;
    this.road.stay(person, tour, STATE['waiting-store'], opens);
  }

  private subject(tour: number): number {
    return subjectAt(this.context, tour, this.context.world.tours.columns.nextStop[tour]!);
  }

  /** Service begins. */
  serve(person: number, tour: number): void {
    const { model, world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const totals = world.totals.columns;
    const position = t.nextStop[tour]!;
    const stop = t.firstStop[tour]! + position;
    const subject = this.subject(tour);
    const late = Math.max(0, sim.now - windowOf(this.context, subject).closes);
    world.tourStops.columns.began[stop] = sim.now;
    totals.stops[0]! += 1;
    if (world.persons.columns.step[person] === STEP.serve) totals.storeWaitTicks[0]! += sim.now - t.expected[tour]!;
    totals.stopsLate[0]! += late > 0 ? 1 : 0;
    totals.lateTicks[0]! += late;
    totals.etaErrorTicks[0]! += Math.abs(sim.now - world.tourStops.columns.promised[stop]!);
    recorder.event(sim.now, TRACED['stop-begun'], tour, position, Math.round(ticksToSeconds(late)));
    t.expected[tour] = sim.now + secondsToTicks(model.fleet.roads.stop_s);
    world.persons.columns.step[person] = STEP.served;
    this.road.stay(person, tour, STATE.delivering, sim.now + this.serviceTicks(subject));
  }

  private serviceTicks(subject: number): number {
    const { stop_s, stopCv } = this.context.model.fleet.roads;
    if (stopCv === 0) return secondsToTicks(stop_s);
    const stream = this.streamOf(subject);
    stream.double(); // whether nobody is there
    return secondsToTicks(gammaByMeanCv(stream, stop_s, stopCv));
  }

  private streamOf(subject: number): RandomStream {
    const { streams } = this.context;
    if (subject >= 0) return streams.once(`order-${subject}/reception`);
    const collection = collectionOf(subject);
    return streams.once(`collection-${collection}/reception`);
  }

  private isAbsent(order: number): boolean {
    const { absentProbability } = this.context.model.fleet.roads;
    return absentProbability > 0 && this.streamOf(order).chance(absentProbability);
  }

  /** Service has ended; the next leg follows, once the plan has been looked at again where that is due. */
  served(person: number, tour: number): void {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    const subject = this.subject(tour);
    if (subject < 0) fetchParcels(this.context, tour, collectionOf(subject));
    else if (this.isAbsent(subject)) this.takeBack(tour, subject);
    else this.handOver(tour, subject);
    t.nextStop[tour]! += 1;
    t.phase[tour] = TOUR_PHASE.between;
    t.expected[tour] = sim.now;
    if (!this.replanner.lookAt(tour, this.expectation.tell(tour))) return this.road.goOn(person, tour);
    world.persons.columns.step[person] = STEP.goOn;
    this.workforce.proceed(person);
  }

  /** Nobody takes the order: it stays on board. */
  private takeBack(tour: number, order: number): void {
    const { world, sim, recorder } = this.context;
    world.orders.columns.state[order] = ORDER.undelivered;
    world.totals.columns.stopsFailed[0]! += 1;
    recorder.event(sim.now, TRACED['order-undelivered'], order, world.tours.columns.vehicle[tour]!, tour);
  }

  /** The order is the store's, but for lines in which it finds something wrong; as many empty carriers go back. */
  private handOver(tour: number, order: number): void {
    const { model, world, sim, recorder, tallies } = this.context;
    const t = world.tours.columns;
    const { picked, wrong } = world.lines.columns;
    const { firstLine, arrival } = model.demand.orders;
    const refused = (line: number): boolean => model.delivery.refuseWrong && wrong[line]! > 0 && picked[line]! > 0;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
      if (!refused(line)) continue;
      world.totals.columns.linesRefused[0]! += 1;
      recorder.event(sim.now, TRACED['line-refused'], line, t.vehicle[tour]!, picked[line]!);
    }
    world.orders.columns.state[order] = ORDER.delivered;
    handOver(this.context, order, (line) => !refused(line));
    t.carriers[tour]! += world.orders.columns.carriers[order]!;
    world.totals.columns.ordersDelivered[0]! += 1;
    tallies.orderCycle.add(ticksToSeconds(sim.now - arrival[order]!));
    recorder.event(sim.now, TRACED['order-delivered'], order, t.vehicle[tour]!, tour);
  }
}
