// The named random streams of a run, for `dongseon list streams`. A test compares the list with the names in the source.

export interface StreamInfo {
  /** As in the source; <…> stands for a number or an id. */
  readonly name: string;
  readonly draws: string;
}

/** First those drawn when the scenario is compiled, in the order of its parts, then those of the run, by the goods' way. */
export const streams: readonly StreamInfo[] = [
  { name: 'catalogue/units', draws: 'How many units a line of each generated SKU asks for, on average' },
  { name: 'catalogue/sizes', draws: 'Sizes and weights of generated SKUs' },
  { name: 'catalogue/prices', draws: 'Prices of generated SKUs' },
  { name: 'catalogue/owners', draws: 'Which tenant owns which generated SKU' },
  { name: 'catalogue/ranks/<name>', draws: 'Which SKUs of a temperature class are popular' },
  { name: 'catalogue/shelf-life/<name>', draws: 'Shelf lives of a temperature class' },
  { name: 'catalogue/fragile', draws: 'On which generated SKUs nothing may lie' },
  { name: 'catalogue/upright', draws: 'Which generated SKUs have to stand as they are' },
  { name: 'catalogue/separation/<name>', draws: 'Which generated SKUs are of a class of goods that is kept apart' },
  { name: 'history/day-<back>', draws: 'The orders of a day of the past, so many days before the start' },
  { name: 'stores/<town.id>', draws: 'Where the stores of a town lie' },
  { name: 'stores/<code>/receiving', draws: 'When one store takes goods in' },
  { name: 'stock/phase', draws: 'How far each SKU is through its replenishment cycle at the start' },
  { name: 'orders/day-<day>', draws: 'Which stores order on a day, and how many lines each' },
  { name: 'orders/day-<day>/delivery-<number>', draws: 'When one delivery order arrives, and its lines' },
  { name: 'visits/day-<day>', draws: 'How many lines each visiting member takes on a day' },
  { name: 'orders/day-<day>/visit-<k>', draws: 'When one member visits, and what the member takes' },
  { name: 'collections/day-<day>', draws: 'Which members have parcels fetched on a day, and how many each' },
  { name: 'collections/day-<day>/<round.id>-<k>', draws: 'When one member asks for a collection' },
  { name: 'trucks/day-<day>/truck-<k>', draws: 'How early or late one inbound truck is' },
  { name: 'policy/<decision>', draws: 'Draws of the policy of one decision' },
  { name: 'person-<person>/unload', draws: 'Unloading times of one person' },
  { name: 'person-<person>/inspect', draws: 'Inspection times of one person' },
  { name: 'person-<person>/put-away', draws: 'Put-away times of one person' },
  { name: 'person-<person>/replenish', draws: 'Times one person needs to take goods for a pick face, and to put them down' },
  { name: 'person-<person>/re-slot', draws: 'Times one person needs to take the goods of an SKU to another home' },
  { name: 'person-<person>/setup', draws: 'Preparation times of pick tours of one person' },
  { name: 'person-<person>/search', draws: 'Search times of one person' },
  { name: 'person-<person>/extract', draws: 'Times one person needs to take goods out' },
  { name: 'person-<person>/short-pick', draws: 'Whether one person does not find the goods of a pick' },
  { name: 'person-<person>/wrong-pick', draws: 'Whether a pick of one person is wrong' },
  { name: 'person-<person>/wrong-kind', draws: 'What is wrong about a wrong pick of one person: the number, or the article' },
  { name: 'person-<person>/own-check', draws: 'Whether one person finds a wrong pick of its own at once' },
  { name: 'person-<person>/re-pick', draws: 'Times one person needs to put right what it has found' },
  { name: 'person-<person>/pack', draws: 'Packing times of one person' },
  { name: 'order-<order>/weigh', draws: 'What the cartons of one order weigh on the scale' },
  { name: 'vehicle-<vehicle>/load', draws: 'Loading times of one vehicle' },
  { name: 'vehicle-<vehicle>/road', draws: 'How long the legs of one vehicle take' },
  { name: 'order-<subject>/reception', draws: 'Whether somebody is there to take one order, and how long that takes' },
  { name: 'collection-<collection>/reception', draws: 'How long it takes to fetch one collection' },
  { name: 'line-<line>/browse', draws: 'How long a member looks for one line of its visit' },
  { name: 'person-<person>/pay', draws: 'Times one person needs at the counter' },
  { name: 'equipment-<machine>/failure', draws: 'Operating time of one machine until it fails' },
  { name: 'equipment-<machine>/repair', draws: 'Repair times of one machine' },
];
