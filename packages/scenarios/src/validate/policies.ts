// Policies named in a scenario.

import { DECISIONS, policies } from '@dongseon/engine';
import type { PoliciesFile } from '../format/schema/operations.ts';
import { suggest } from '../format/nearest.ts';
import type { CheckContext } from './checks.ts';
import type { Path } from './problem.ts';

/** E7001: no policy of that decision has that id. */
export function unknownPolicies(context: CheckContext): void {
  const check = (path: Path, chosen: PoliciesFile): void => {
    for (const decision of DECISIONS) {
      const id = chosen[decision];
      const known = policies[decision].map((policy) => policy.id);
      if (id === undefined || known.includes(id)) continue;
      context.problems.add(
        'E7001',
        context.place([...path, decision]),
        `there is no ${decision} policy "${id}"`,
        suggest(id, known),
      );
    }
  };
  for (const [name, mode] of Object.entries(context.parts.modes ?? {})) check(['modes', name, 'policies'], mode.policies);
  if (context.parts.policies !== undefined) check(['policies'], context.parts.policies);
}
