// What the page's address asks of the scene: `?test=1` (still picture for tests: frames on demand, no antialiasing, no
// shadows, nothing moves by itself), `?debug=1` (a readout of the cost of a frame).

const query = typeof location === 'undefined' ? new URLSearchParams() : new URLSearchParams(location.search);

export const TEST_MODE = query.get('test') === '1';
export const DEBUG_MODE = query.get('debug') === '1';
