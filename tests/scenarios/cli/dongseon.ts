// Runs the command as a user does, in a process of its own.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../packages/scenarios/bin/dongseon.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly ended: Promise<Ended>;
  /** Resolves with what stdout and stderr hold as soon as together they match. */
  waitFor(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
}

export function start(args: readonly string[], cwd?: string): RunningCommand {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...(cwd ? { cwd } : {}) });
  let stdout = '';
  let stderr = '';
  const listeners: (() => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(stdout + stderr)) resolve(stdout + stderr);
        };
        listeners.push(look);
        look();
        void ended.then(() => reject(new Error(`the command ended without ${String(pattern)}:\n${stdout}${stderr}`)));
      }),
    kill: (signal) => void child.kill(signal),
  };
}

export function dongseon(args: readonly string[], cwd?: string): Promise<Ended> {
  return start(args, cwd).ended;
}
