import { expect, it } from 'vitest';
import { dongseon } from './dongseon.ts';

it('a policy that cannot serve the scenario ends the command with 4 and its reason, and prints nothing else', async () => {
  const noDemand = ['--set', 'demand.delivery.ordersPerDay=0', '--set', 'demand.counter.visitsPerDay=0'];
  const { code, stdout, stderr } = await dongseon(['run', 'gimhae-shared-dc', '--mode', 'digital', '--quiet', ...noDemand]);
  expect(stderr).toBe(
    'storage-assignment: no SKU has an expected number of order lines a day (popularity): give an order history\n',
  );
  expect(stdout).toBe('');
  expect(code).toBe(4);
});
