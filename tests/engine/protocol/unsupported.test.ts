import { expect, it } from 'vitest';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { connectInProcess } from '../../../packages/engine/src/protocol/index.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';

it('a load with a policy that does not apply to the model is refused, in the words of the policy', async () => {
  const { items } = tinyModel();
  const model = tinyModel({ items: { ...items, popularity: new Float64Array(items.count) } });
  const policies = { ...plainPolicies, 'storage-assignment': 'class-based' };
  const client = connectInProcess();
  await expect(client.load({ version: 1, model, policies, seed: 1, replication: 0 })).rejects.toThrow(
    /^storage-assignment: no SKU has an expected number of order lines a day/,
  );
  // The engine is there for the next try.
  const { horizon } = await client.load({ version: 1, model, policies: plainPolicies, seed: 1, replication: 0 });
  expect(horizon).toBe(model.horizon);
  client.close();
});
