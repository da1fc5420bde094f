// The travel network as traffic sees it: which way leads on from a crossing, which ways are tight for whom, and where two
// one-way aisles join with no room between them. Worked out once; nothing of it changes during a run.

import type { Model } from '../model/model.ts';
import { walkingPath, type Network } from '../model/network.ts';
import { roomToPass_m } from '../model/traffic.ts';
import { NONE } from '../world/world.ts';

/** The end of a leg that is no node: the place walked to. */
export const AT_PLACE = -2;

/** A place nearer than this to the end of its edge is at the node, metres. */
const AT_END_M = 1e-9;

const ONE_WAY = 1;
const CLOSED = 2;

export class Ways {
  readonly network: Network;
  /** By edge: the one-way edge that it runs into with no other way there, so with no room between them; or NONE. */
  readonly joinsInto: Int32Array;
  /** By edge: the edge that runs into it so; or NONE. */
  readonly joinedBy: Int32Array;
  /** By place: 1 where goods are taken or put. */
  readonly isFace: Uint8Array;
  /** The hop that `hop` has found: the edge, and the node at its far end, or AT_PLACE. */
  readonly found = { edge: NONE, goal: NONE };
  private readonly model: Model;
  private readonly edgeOf = new Map<number, number>();
  /** By edge: what two who pass each other there may be wide together. */
  private readonly room_m: Float64Array;
  private readonly widest_m: number;
  private readonly nodes: number[] = [];

  constructor(model: Model) {
    this.model = model;
    const { network, traffic, labour } = model;
    this.network = network;
    this.widest_m = labour.equipment.reduce((widest, { width_m }) => Math.max(widest, width_m), traffic.personWidth_m);
    const { edges, nodes, places } = network;
    this.room_m = edges.width_m.map((width_m) => roomToPass_m(traffic, width_m));
    const degree = new Int32Array(nodes.count);
    const into = new Int32Array(nodes.count).fill(NONE);
    const outOf = new Int32Array(nodes.count).fill(NONE);
    for (let edge = 0; edge < edges.count; edge++) {
      const from = edges.from[edge]!;
      const to = edges.to[edge]!;
      if (edges.oneWay[edge] === CLOSED) continue;
      this.remember(from, to, edge);
      if (edges.oneWay[edge] !== ONE_WAY) this.remember(to, from, edge);
      degree[from]!++;
      degree[to]!++;
      if (edges.oneWay[edge] !== ONE_WAY || !this.isTight(edge, this.widest_m)) continue;
      into[to] = edge;
      outOf[from] = edge;
    }
    this.joinsInto = new Int32Array(edges.count).fill(NONE);
    this.joinedBy = new Int32Array(edges.count).fill(NONE);
    for (let node = 0; node < nodes.count; node++) {
      if (degree[node] !== 2 || into[node] === NONE || outOf[node] === NONE) continue;
      this.joinsInto[into[node]!] = outOf[node]!;
      this.joinedBy[outOf[node]!] = into[node]!;
    }
    this.isFace = new Uint8Array(places.count);
    for (let location = 0; location < model.locations.count; location++) this.isFace[model.locations.place[location]!] = 1;
  }

  /** Of parallel edges the shortest is walked. */
  private remember(from: number, to: number, edge: number): void {
    const { edges, nodes } = this.network;
    const key = from * nodes.count + to;
    const other = this.edgeOf.get(key);
    if (other === undefined || edges.length_m[edge]! < edges.length_m[other]!) this.edgeOf.set(key, edge);
  }

  /** Whether somebody of this width meets anybody on an edge whom he cannot pass. */
  isTight(edge: number, width_m: number): boolean {
    return width_m + this.widest_m > this.room_m[edge]!;
  }

  /** Whether two of these widths are in each other's way on an edge. */
  collide(edge: number, a_m: number, b_m: number): boolean {
    return a_m + b_m > this.room_m[edge]!;
  }

  /** Whether an edge can be walked only from its `from` end to its `to` end. */
  isOneWay(edge: number): boolean {
    return this.network.edges.oneWay[edge] === ONE_WAY;
  }

  /** The node at which a place lies, or NONE: inside its edge, or where two aisles join with no room. */
  nodeOf(place: number): number {
    const { edges, places } = this.network;
    const edge = places.edge[place]!;
    const offset = places.offset_m[place]!;
    if (offset <= AT_END_M) return this.joinedBy[edge] === NONE ? edges.from[edge]! : NONE;
    if (offset >= edges.length_m[edge]! - AT_END_M) return this.joinsInto[edge] === NONE ? edges.to[edge]! : NONE;
    return NONE;
  }

  /** The edge on a shortest way from a node towards a place, left in `found`. */
  hop(node: number, place: number): void {
    const { edges, places, nodes, nodeDistance_m, nextNode } = this.network;
    const { found } = this;
    const edge = places.edge[place]!;
    let end = this.nodeOf(place);
    if (end === NONE) {
      const offset = places.offset_m[place]!;
      const before = nodeDistance_m[node * nodes.count + edges.from[edge]!]! + offset;
      const behind = nodeDistance_m[node * nodes.count + edges.to[edge]!]! + edges.length_m[edge]! - offset;
      end = this.isOneWay(edge) || before <= behind ? edges.from[edge]! : edges.to[edge]!;
      if (end === node) {
        found.edge = edge;
        found.goal = AT_PLACE;
        return;
      }
    }
    found.goal = nextNode[node * nodes.count + end]!;
    const over = this.edgeOf.get(node * nodes.count + found.goal);
    if (over === undefined) throw new Error(`there is no way from node ${node} to place ${place}`);
    found.edge = over;
  }

  /** Where a shortest way from a place inside an edge to another place begins: the node it leaves by, or AT_PLACE. */
  wayOut(from: number, to: number): number {
    return walkingPath(this.network, from, to, this.nodes)[0] ?? AT_PLACE;
  }

  /** Whether somebody inside an edge can go on to where there is room: not in a ring of joined one-way aisles. */
  hasRoomBeyond(edge: number): boolean {
    let last = this.joinsInto[edge]!;
    while (last !== NONE && last !== edge) last = this.joinsInto[last]!;
    return last === NONE;
  }

  /**
   * The node by which somebody who goes to a place inside an edge leaves that edge in the end, when he goes to the places
   * `after` it next, always onward; NONE where that is not known, or he turns round before.
   */
  leavesBy(place: number, after: readonly number[]): number {
    const { edges, places } = this.network;
    const edge = places.edge[place]!;
    let at = place;
    let onward = 0;
    for (const next of after) {
      if (next === at) continue;
      const out = this.wayOut(at, next);
      const step = out === AT_PLACE ? places.offset_m[next]! - places.offset_m[at]! : out === edges.to[edge] ? 1 : -1;
      if (step * onward < 0) return NONE;
      if (out !== AT_PLACE) return out;
      if (places.edge[next] !== edge) return NONE;
      if (step !== 0) onward = step;
      at = next;
    }
    return NONE;
  }

  /** Width of somebody on foot, or with a machine, metres: nobody is narrower with it than without. */
  width_m(machine: number): number {
    const { labour, traffic } = this.model;
    return machine === NONE ? traffic.personWidth_m : Math.max(labour.equipment[machine]!.width_m, traffic.personWidth_m);
  }
}
