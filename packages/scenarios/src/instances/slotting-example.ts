// The slotting instance that ships: small enough to be checked by hand, and the example of docs/solve-slotting.md.

export const slottingExample = `{
  "name": "example",
  "layout": {
    "aisles": 2, "blocks": 1, "subaisleLength": 4, "aislePitch": 3, "crossAisleOffset": 1,
    "depot": { "aisle": 0, "crossAisle": 0 }
  },
  "locations": { "cellsPerSide": 3, "sides": 1, "cellLength": 2 },
  "skus": [{ "id": "soap" }, { "id": "rice" }, { "id": "tea" }, { "id": "oil" }],
  "history": [
    { "order": "H1", "day": -4, "skus": ["tea", "rice"] },
    { "order": "H2", "day": -3, "skus": ["tea"] },
    { "order": "H3", "day": -3, "skus": ["rice", "tea", "oil"] },
    { "order": "H4", "day": -2, "skus": ["rice", "tea"] },
    { "order": "H5", "day": -1, "skus": ["soap"] }
  ],
  "evaluation": [
    { "order": "E1", "skus": ["tea", "rice"] },
    { "order": "E2", "skus": ["tea"] },
    { "order": "E3", "skus": ["oil", "soap"] }
  ],
  "routing": "optimal",
  "assignment": { "soap": "01-1-001-W", "rice": "02-1-003-W", "tea": "01-1-003-W", "oil": "01-1-002-W" }
}
`;
