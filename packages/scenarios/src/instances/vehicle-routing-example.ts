// The vehicle routing instance that ships: small enough to be checked by hand, and the example of docs/solve-vehicle-routing.md.

export const vehicleRoutingExample = `{
  "name": "example",
  "depot": { "id": "dc", "x": 0, "y": 0, "opens": 0, "closes": 480 },
  "stops": [
    { "id": "north-1", "x": 0, "y": 30, "demand": [400, 2], "opens": 60, "closes": 120, "service": 10 },
    { "id": "north-2", "x": 0, "y": 40, "demand": [300, 1], "service": 10, "classes": ["chilled"] },
    { "id": "east-1", "x": 30, "y": 0, "demand": [500, 3], "service": 15, "release": 100 },
    { "id": "east-2", "x": 40, "y": 0, "demand": [400, 2], "opens": 200, "closes": 260, "service": 15 }
  ],
  "vehicles": [
    {
      "id": "truck",
      "count": 2,
      "capacity": [1000, 6],
      "classes": ["chilled"],
      "trips": 3,
      "reload": 20,
      "breaks": [{ "earliest": 180, "latest": 300, "length": 30 }],
      "fixedCost": 100,
      "costPerDistance": 1
    }
  ],
  "travel": { "roadFactor": 1, "speeds": [1] }
}
`;
