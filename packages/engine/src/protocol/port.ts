// The few shapes of the platform that the border needs, written down so that the engine compiles without DOM and Node.

/** One end of a message channel: the web's MessagePort, which Node has too. */
export interface FramePort {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  close(): void;
}

declare const MessageChannel: new () => { readonly port1: FramePort; readonly port2: FramePort };

export function makeChannel(): { readonly port1: FramePort; readonly port2: FramePort } {
  return new MessageChannel();
}

/**
 * Resolves when the messages that have arrived so far were handled. A message to oneself: a timer would wait 4 ms each time
 * in a browser, a microtask would let no message in.
 */
export class Breather {
  private readonly channel = makeChannel();
  private waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.onmessage = () => {
      const waiting = this.waiting;
      this.waiting = [];
      for (const resolve of waiting) resolve();
    };
  }

  breathe(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.channel.port2.postMessage(null, []);
    });
  }

  close(): void {
    this.channel.port1.onmessage = null;
    this.channel.port1.close();
  }
}
