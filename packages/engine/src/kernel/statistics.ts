export { Quantiles, Tally, TimeWeighted } from '../base/statistics.ts'; // plain arithmetic, shared with reports
