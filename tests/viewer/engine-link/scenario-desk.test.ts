// @vitest-environment node

import { describe as suite, expect, it } from 'vitest';
import { DECISIONS, ENGINE_VERSION, kpiDefinitions, Run, unsupported } from '../../../packages/engine/src/index.ts';
import { builtinTable } from '../../../packages/scenarios/src/builtin/texts.ts';
import { builtinText, compileBuiltin, loadBuiltin, policyChoice } from '../../../packages/scenarios/src/index.ts';
import { loadCatalogue } from '../../../packages/viewer/src/app/load-catalogue.ts';
import * as desk from '../../../packages/viewer/src/engine-link/scenario-desk.ts';
import { InvalidScenario } from '../../../packages/viewer/src/state/catalogue.ts';

/** As between threads: everything is copied. */
const overTheBorder = {
  describe: async () => structuredClone(desk.describe()),
  facts: async (id: string) => structuredClone(await desk.facts(id)),
  compileModel: async (request: desk.CompileRequest) => structuredClone(await desk.compileModel(request)),
  open: async (files: readonly File[]) => structuredClone(await desk.open(files)),
};

/** The example of four orders as a person's own files. */
function ownFiles(change: (text: string) => string = (text) => text): File[] {
  const text = change(
    builtinText('four-orders')!.replace('id: four-orders', 'id: my-orders').replace('en: Four orders', 'en: Mine'),
  );
  const tables = [...text.matchAll(/table: ([\w-]+\.csv)/g)].map((found) => found[1]!);
  expect(tables.length).toBeGreaterThan(1);
  return [
    ...tables.map((name) => new File([builtinTable('four-orders', name)!], name)),
    new File([text], 'my-orders.yaml', { type: 'application/yaml' }),
  ];
}

/** A text of ASCII and one Korean syllable as CP949 bytes. */
function inCp949(text: string, syllable: string, bytes: readonly number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Array.from(text).flatMap((letter) => (letter === syllable ? bytes : [letter.charCodeAt(0)])));
}

suite('the desk', () => {
  it('offers every scenario, policy and KPI as plain data', async () => {
    const catalogue = await loadCatalogue(overTheBorder);
    expect(catalogue.engineVersion).toBe(ENGINE_VERSION);
    expect(catalogue.kpis).toHaveLength(kpiDefinitions.length);
    expect(catalogue.kpis.every(({ better }) => ['higher', 'lower', 'neutral'].includes(better))).toBe(true);
    expect(DECISIONS.every((decision) => catalogue.policies[decision].length > 0)).toBe(true);
    expect(catalogue.has(catalogue.defaultScenario)).toBe(true);
  });

  it.each(['four-orders', 'online-retail'])('compiles %s to the model that Node compiles', async (id) => {
    const catalogue = await loadCatalogue(overTheBorder);
    const { mode, seed, days, policies } = await catalogue.facts(id);
    const model = await catalogue.compile({ scenario: id, mode, seed, days, policies: policies(mode) });
    expect(model).toEqual(compileBuiltin(id));
    expect(policies(mode)).toEqual(policyChoice(loadBuiltin(id).scenario, mode));
  });

  it('says why a policy does not apply to a model', async () => {
    const catalogue = await loadCatalogue(overTheBorder);
    const { mode, seed, days, policies } = await catalogue.facts('gimhae-shared-dc');
    const model = await catalogue.compile({ scenario: 'gimhae-shared-dc', mode, seed, days, policies: policies(mode) });
    for (const decision of DECISIONS) {
      for (const { id } of catalogue.policies[decision]) {
        const refused = unsupported(model, { ...policies(mode), [decision]: id }).find((one) => one.decision === decision);
        expect(catalogue.refusal(model, decision, id)).toBe(refused?.because);
      }
    }
  });

  it('opens a scenario of one’s own with its CSV tables, and it runs', async () => {
    const catalogue = await loadCatalogue(overTheBorder);
    const id = await catalogue.open(ownFiles());
    expect(id).toBe('my-orders');
    expect(catalogue.scenarios().find((entry) => entry.id === id)).toMatchObject({ own: true, names: { en: 'Mine' } });
    const { mode, seed, days, policies } = await catalogue.facts(id);
    const model = await catalogue.compile({ scenario: id, mode, seed, days, policies: policies(mode) });
    const run = new Run(model, policies(mode), seed);
    run.runUntil(run.horizon);
    expect(run.kpis()['lines_picked']).toBe(8);
  });

  it('reads a table that a Korean spreadsheet wrote in CP949', async () => {
    const files = ownFiles();
    const rename = (text: string): string => text.replace(/\bs1\b/g, '쌀');
    const renamed = await Promise.all(
      files.map(async (file) => {
        const text = rename(await file.text());
        const bytes = new TextEncoder().encode(text);
        // 쌀 is BD D2 in CP949; everything else in the table is ASCII.
        const written = file.name === 'skus.csv' ? inCp949(text, '쌀', [0xbd, 0xd2]) : bytes;
        return new File([written], file.name);
      }),
    );
    const catalogue = await loadCatalogue(overTheBorder);
    const id = await catalogue.open(renamed);
    const { mode, seed, days, policies } = await catalogue.facts(id);
    const model = await catalogue.compile({ scenario: id, mode, seed, days, policies: policies(mode) });
    expect(model.items.code).toContain('쌀');
  });

  it('names what is wrong: a missing table with its name, and files without a scenario', async () => {
    const catalogue = await loadCatalogue(overTheBorder);
    const files = ownFiles();
    const missing = catalogue.open(files.filter((file) => !file.name.startsWith('orders')));
    await expect(missing).rejects.toBeInstanceOf(InvalidScenario);
    await expect(missing).rejects.toMatchObject({
      problems: [{ code: 'E1014', message: expect.stringContaining('orders') as string }],
    });
    await expect(catalogue.open(files.slice(0, 1))).rejects.toMatchObject({ problems: [{ code: 'E1000' }] });
  });

  it('finds the scenario among files of which one extends another', async () => {
    const [base] = ownFiles().slice(-1);
    const variant = new File(['formatVersion: 1\nid: my-variant\nextends: my-orders.yaml\nseed: 9\n'], 'a-variant.yaml');
    const answer = await desk.open([base!, variant, ...ownFiles().slice(0, -1)]);
    expect(answer).toMatchObject({ ok: true, value: { id: 'my-variant' } });
  });
});
