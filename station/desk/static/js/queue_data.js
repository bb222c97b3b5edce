// The queue as the station last gave it, and which urgent alerts are new to this page.

import { get } from "./api.js";
import { nextTarget } from "./clocks.js";
import { now, setStationTime } from "./format.js";
import { beep } from "./sound.js";
import { state } from "./state.js";

const known = new Set();
let running = null;
let again = false;

async function fetchOnce() {
  const answer = await get(`/queue?state=${state.scope}&limit=200`);
  setStationTime(answer.now);
  const fresh = answer.items.filter((item) => item.urgency === "P1" && !item.acked_at && !known.has(item.alert_id));
  answer.items.forEach((item) => known.add(item.alert_id));
  if (fresh.length && state.loaded) beep();
  fresh.forEach((item) => state.freshUrgent.add(item.alert_id));
  state.items = answer.items;
  state.loaded = true;
  document.dispatchEvent(new CustomEvent("desk:queue"));
}

/** Loads the queue; calls that come while one runs are folded into one more. */
export async function loadQueue() {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      await fetchOnce();
    } while (again);
  })().finally(() => { running = null; });
  return running;
}

export const isOpen = (item) => ["received", "assigned", "verifying", "dispatched", "on_scene", "need_info"].includes(item.state);

export const countUrgent = () => state.items.filter((item) => item.urgency === "P1" && !item.acked_at && isOpen(item)).length;

export function isOverdue(item) {
  const next = isOpen(item) ? nextTarget(item) : null;
  return next !== null && Date.parse(next[1]) < now();
}
