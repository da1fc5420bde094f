// The picker-tour instance that ships: small enough to be checked by hand, and the example of docs/solve-picker-tour.md.

export const pickerTourExample = `{
  "name": "example",
  "layout": {
    "aisles": 4, "blocks": 1, "subaisleLength": 10.0, "aislePitch": 5.0, "crossAisleOffset": 0.0,
    "depot": { "aisle": 0, "crossAisle": 0 }
  },
  "picks": [
    { "aisle": 0, "block": 0, "offset": 3.5 },
    { "aisle": 2, "block": 0, "offset": 9.0 }
  ]
}
`;
