// The order-batching instance that ships: small enough to be checked by hand, and the example of docs/solve-order-batching.md.

export const orderBatchingExample = `{
  "name": "example",
  "layout": {
    "aisles": 3, "blocks": 1, "subaisleLength": 10.0, "aislePitch": 2.0, "crossAisleOffset": 0.0,
    "depot": { "aisle": 0, "crossAisle": 0 }
  },
  "capacity": { "unit": "items", "value": 4 },
  "orders": [
    { "id": "A", "picks": [{ "aisle": 0, "block": 0, "offset": 9.0, "quantity": 2 }] },
    { "id": "B", "picks": [{ "aisle": 2, "block": 0, "offset": 3.0, "quantity": 1 }] },
    { "id": "C", "picks": [{ "aisle": 0, "block": 0, "offset": 8.0, "quantity": 2 }] },
    { "id": "D", "picks": [{ "aisle": 2, "block": 0, "offset": 4.0, "quantity": 3 }] }
  ]
}
`;
