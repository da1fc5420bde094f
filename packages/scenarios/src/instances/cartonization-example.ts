// The cartonization instance that ships: small enough to be checked by hand, and the example of docs/solve-cartonization.md.

export const cartonizationExample = `{
  "name": "example",
  "unit": "cm",
  "cartons": [
    { "id": "small", "length": 30, "width": 20, "height": 20, "maxLoad_kg": 10, "cost": 500 },
    { "id": "large", "length": 50, "width": 40, "height": 30, "maxLoad_kg": 25, "cost": 1200 }
  ],
  "items": [
    { "id": "rice", "length": 25, "width": 20, "height": 10, "quantity": 3, "weight_kg": 3 },
    { "id": "eggs", "length": 20, "width": 10, "height": 7, "weight_kg": 0.6, "upright": true, "fragile": true },
    { "id": "milk", "length": 7, "width": 7, "height": 20, "quantity": 4, "weight_kg": 1, "upright": true, "temperature": "chilled" }
  ]
}
`;
