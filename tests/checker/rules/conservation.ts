import type { Rule } from '../rule.ts';

/** Where units are: the ledger of contract 4. Sold at the counter counts as shipped. */
interface Ledger {
  in: number;
  inbound: number;
  stored: number;
  /** Lifted to be laid elsewhere in the storage. */
  onTruck: number;
  inMotion: number;
  staged: number;
  shipped: number;
  returned: number;
  rejected: number;
}

/**
 * Units in = inbound floor + stored + on trucks + in motion + staged + shipped + returned + rejected, per item, at the end of every moment.
 *
 * Orders staged before the run begin with their units staged. An order's units move on together: picked line by line into
 * motion, staged and delivered (or sold) with their order.
 */
export const conservation: Rule = {
  id: 'conservation',
  proves:
    'per item and at every moment, units in = on the inbound floor + stored + on trucks in the storage + in motion + ' +
    'staged + shipped + returned by stores + rejected, none of them negative',
  check(run, report) {
    const { demand, initialStock, items } = run.model;
    const { orders, lines, inboundLines } = demand;
    const ledgers: Ledger[] = Array.from({ length: items.count }, () => ({
      in: 0,
      inbound: 0,
      stored: 0,
      onTruck: 0,
      inMotion: 0,
      staged: 0,
      shipped: 0,
      returned: 0,
      rejected: 0,
    }));
    const picked = new Int32Array(lines.count);
    const received = new Int32Array(inboundLines.count);
    const settledIn = new Int32Array(inboundLines.count);
    for (let lot = 0; lot < initialStock.count; lot++) ledgers[initialStock.item[lot]!]!.in += initialStock.units[lot]!;
    for (let order = 0; order < orders.count; order++) {
      if (orders.staged[order] === 0) continue;
      for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
        picked[line] = lines.units[line]!;
        ledgers[lines.item[line]!]!.in += picked[line]!;
        ledgers[lines.item[line]!]!.staged += picked[line]!;
      }
    }
    const touched = new Set<number>();
    let tick = run.from;
    const settle = (): void => {
      for (const item of touched) {
        const ledger = ledgers[item]!;
        const out =
          ledger.inbound +
          ledger.stored +
          ledger.onTruck +
          ledger.inMotion +
          ledger.staged +
          ledger.shipped +
          ledger.returned +
          ledger.rejected;
        const least = Math.min(ledger.inbound, ledger.stored, ledger.onTruck, ledger.inMotion, ledger.staged);
        if (out !== ledger.in || least < 0) {
          const { in: all, inbound, stored, onTruck, inMotion, staged, shipped, returned, rejected } = ledger;
          report(
            tick,
            `item ${items.code[item] ?? item}`,
            `units in ${all}, but inbound ${inbound} + stored ${stored} + on trucks ${onTruck} + in motion ${inMotion}` +
              ` + staged ${staged} + shipped ${shipped} + returned ${returned} + rejected ${rejected} = ${out}`,
          );
        }
      }
      touched.clear();
    };
    /** Lines that their store sent back, and orders that nobody took: they come back with the vehicle. */
    const refused = new Set<number>();
    const undelivered = new Set<number>();
    const each = (
      order: number,
      act: (ledger: Ledger, units: number) => void,
      of: (line: number) => boolean = () => true,
    ): void => {
      for (let line = orders.firstLine[order] ?? 0; line < (orders.firstLine[order + 1] ?? 0); line++) {
        if (!of(line)) continue;
        act(ledgers[lines.item[line]!]!, picked[line]!);
        touched.add(lines.item[line]!);
      }
    };
    for (const { tick: now, kind, a, b, c } of run.events) {
      if (now !== tick) {
        settle();
        tick = now;
      }
      switch (kind) {
        case 'stock-changed':
          ledgers[c]!.stored += b;
          touched.add(c);
          break;
        case 'units-lifted':
        case 'units-set-down':
          ledgers[b]!.onTruck += kind === 'units-lifted' ? c : -c;
          touched.add(b);
          break;
        case 'units-received':
          received[a]! += c;
          if (inboundLines.item[a] !== b)
            report(now, `inbound line ${a}`, `item ${b} is received, item ${inboundLines.item[a]} was announced`);
          if (received[a]! > inboundLines.units[a]!)
            report(now, `inbound line ${a}`, `${received[a]} units received of ${inboundLines.units[a]} announced`);
          ledgers[b]!.in += c;
          ledgers[b]!.inbound += c;
          touched.add(b);
          break;
        case 'put-away-done': {
          const item = inboundLines.item[a]!;
          settledIn[a]! += c;
          ledgers[item]!.inbound -= c;
          touched.add(item);
          break;
        }
        case 'units-rejected':
          // Before the first truck: initial stock that no location can take never enters the inbound floor.
          if (a >= 0) {
            settledIn[a]! += c;
            ledgers[b]!.inbound -= c;
          }
          ledgers[b]!.rejected += c;
          touched.add(b);
          break;
        case 'line-picked':
          picked[a]! += c;
          ledgers[lines.item[a]!]!.inMotion += c;
          touched.add(lines.item[a]!);
          break;
        case 'order-staged':
          if (orders.staged[a] === 1) break; // staged from the start
          each(a, (ledger, units) => {
            ledger.inMotion -= units;
            ledger.staged += units;
          });
          break;
        case 'line-refused':
          refused.add(a);
          if (c !== picked[a]) report(now, `line ${a}`, `${c} units are refused of ${picked[a]} picked`);
          break;
        case 'order-undelivered':
          undelivered.add(a);
          break;
        case 'order-delivered':
          each(
            a,
            (ledger, units) => {
              ledger.staged -= units;
              ledger.shipped += units;
            },
            (line) => !refused.has(line),
          );
          break;
        case 'order-returned':
          each(
            a,
            (ledger, units) => {
              ledger.staged -= units;
              ledger.returned += units;
            },
            (line) => undelivered.has(a) || refused.has(line),
          );
          break;
        case 'order-sold':
          each(a, (ledger, units) => {
            ledger.inMotion -= units;
            ledger.shipped += units;
          });
          break;
        default:
      }
      if ((kind === 'put-away-done' || (kind === 'units-rejected' && a >= 0)) && settledIn[a]! > received[a]!) {
        report(now, `inbound line ${a}`, `${settledIn[a]} units put away or rejected of ${received[a]} received`);
      }
    }
    settle();
  },
};
