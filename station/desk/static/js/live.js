// The live line: server-sent events with reconnect. Losing it is always shown; coming back always reloads.

import { EVENTS_URL } from "./api.js";

const SILENCE = 40_000;
let source = null;
let watchdog = null;
let delay = 1000;
let retry = null;

function announce(connected) {
  document.dispatchEvent(new CustomEvent("desk:live", { detail: { connected } }));
}

function heard() {
  clearTimeout(watchdog);
  watchdog = setTimeout(lost, SILENCE);
}

function lost() {
  source?.close();
  source = null;
  clearTimeout(watchdog);
  clearTimeout(retry);
  announce(false);
  retry = setTimeout(connect, delay);
  delay = Math.min(delay * 2, 15_000);
}

export function connect() {
  disconnect();
  source = new EventSource(EVENTS_URL);
  source.addEventListener("open", () => {
    delay = 1000;
    heard();
    announce(true);
  });
  source.addEventListener("queue", (event) => {
    heard();
    let data = {};
    try {
      data = JSON.parse(event.data);
    } catch {
      data = {};
    }
    document.dispatchEvent(new CustomEvent("desk:changed", { detail: data }));
  });
  source.addEventListener("alive", heard);
  source.addEventListener("error", lost);
  heard();
}

export function disconnect() {
  clearTimeout(watchdog);
  clearTimeout(retry);
  source?.close();
  source = null;
}
