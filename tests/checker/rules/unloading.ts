import type { Rule } from '../rule.ts';

/** Inbound goods go their way in order: docked, unloaded, inspected, put away. */
export const unloading: Rule = {
  id: 'unloading',
  proves:
    'inbound units come off a docked truck, are inspected before they are put away, and a truck leaves only when all ' +
    'its units are unloaded',
  check(run, report) {
    const { trucks, inboundLines } = run.model.demand;
    const docked = new Set<number>();
    const unloadedAt = new Map<number, number>();
    const received = new Int32Array(inboundLines.count);
    const inspected = new Set<number>();
    for (const { tick, kind, a, c } of run.events) {
      const name = `inbound line ${a}`;
      if (kind === 'truck-docked') docked.add(a);
      else if (kind === 'truck-unloaded') unloadedAt.set(a, tick);
      else if (kind === 'units-received') {
        if (!docked.has(inboundLines.truck[a]!))
          report(tick, name, `is unloaded while truck ${inboundLines.truck[a]} is not at a door`);
        if (unloadedAt.get(inboundLines.truck[a]!) !== tick)
          report(tick, name, 'is received at another moment than its truck is unloaded');
        received[a]! += c;
      } else if (kind === 'line-inspected') {
        if (received[a] !== inboundLines.units[a])
          report(tick, name, `is inspected with ${received[a]} of ${inboundLines.units[a]} units unloaded`);
        if (inspected.has(a)) report(tick, name, 'is inspected twice');
        inspected.add(a);
      } else if (kind === 'put-away-done') {
        if (!inspected.has(a)) report(tick, name, 'is put away before it is inspected');
      } else if (kind === 'truck-left') {
        docked.delete(a);
        for (let line = trucks.firstLine[a]!; line < trucks.firstLine[a + 1]!; line++) {
          if (received[line] !== inboundLines.units[line]) {
            report(
              tick,
              `inbound line ${line}`,
              `truck ${a} leaves with ${inboundLines.units[line]! - received[line]!} units on board`,
            );
          }
        }
      }
    }
  },
};
