export type BrowserKind = 'chromium' | 'firefox';
export function findBrowser(kind: BrowserKind): string | undefined;
export function missingBrowsers(): BrowserKind[];
export function provideBrowsers(): BrowserKind[];
export function adviceFor(missing: readonly BrowserKind[]): string;
