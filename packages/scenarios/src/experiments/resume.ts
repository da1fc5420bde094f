// Finished replications of an interrupted run, kept in `<out>/.parts` until the run is complete. A part is found again by
// what determines its content (scenario, engine, seed, replication …), so the same command continues where it stopped and
// another command takes nothing of it.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../report/write-files.ts';
import type { ReplicationResult } from './replicate.ts';

const FOLDER = '.parts';

export class Parts {
  private readonly folder: string;
  private readonly identity: string;

  /** @param identity everything that determines the replications, but their number. */
  constructor(out: string, identity: unknown) {
    this.folder = join(out, FOLDER);
    this.identity = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
  }

  private name(replication: number): string {
    return `${this.identity}-${replication}.json`;
  }

  load(replication: number): ReplicationResult | undefined {
    const path = join(this.folder, this.name(replication));
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ReplicationResult) : undefined;
  }

  save(result: ReplicationResult): void {
    writeFiles(this.folder, { [this.name(result.replication)]: JSON.stringify(result) });
  }

  /** The run is complete and stored. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
