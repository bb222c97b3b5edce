// Numbers and times as an officer reads them. Money arrives in fen, mass in milligrams, times with an offset.

import { language } from "./i18n.js";

const pad = (n) => String(n).padStart(2, "0");
let skew = 0;

/** Keeps the page's clocks on the station's time, whatever the officer's own clock says. */
export function setStationTime(iso) {
  const at = Date.parse(iso);
  if (!Number.isNaN(at)) skew = at - Date.now();
}

export const now = () => Date.now() + skew;

export function yuan(fen) {
  if (fen === null || fen === undefined) return "";
  const whole = Math.trunc(Number(fen) / 100);
  const rest = Math.abs(Number(fen) % 100);
  return `¥ ${whole.toLocaleString("en-US")}${rest ? `.${pad(rest)}` : ""}`;
}

export function grams(mg) {
  if (mg === null || mg === undefined) return "";
  return `${(Number(mg) / 1000).toLocaleString("en-US", { maximumFractionDigits: 3 })} g`;
}

// China's clock (UTC+8, no summer time), as on the counters' screens and slips: read with the getUTC... functions.
const china = (ms) => new Date(ms + 8 * 3600 * 1000);

/** The time of day now, with seconds. */
export const wallClock = () => china(now()).toISOString().slice(11, 19);

/** A moment: the time alone today, the day with it before and after, the year with that when it is another one. */
export function time(iso, seconds = true) {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return "";
  const d = china(at).toISOString();
  const today = china(now()).toISOString();
  const clock = d.slice(11, seconds ? 19 : 16);
  if (d.slice(0, 10) === today.slice(0, 10)) return clock;
  const [year, month, day] = d.slice(0, 10).split("-");
  const other = year !== today.slice(0, 4);
  if (language() === "zh") return `${other ? `${year}年` : ""}${Number(month)}月${Number(day)}日 ${clock}`;
  return `${other ? `${year}-` : ""}${month}-${day} ${clock}`;
}

/** 95 s -> "1:35"; 3,700 s -> "1:01:40"; days are counted in full. */
export function span(seconds) {
  const s = Math.max(0, Math.floor(Math.abs(seconds)));
  const hours = Math.floor(s / 3600);
  if (hours >= 48) return language() === "zh" ? `${Math.floor(hours / 24)} 天` : `${Math.floor(hours / 24)} d`;
  const minutes = Math.floor(s / 60) % 60;
  return hours ? `${hours}:${pad(minutes)}:${pad(s % 60)}` : `${minutes}:${pad(s % 60)}`;
}

/** "1.5万" or "15,000.50" yuan to fen; null when it is not an amount. */
export function parseYuan(text) {
  const plain = String(text).trim().replace(/[,\uff0c\s\u00a5\uffe5\u5143]/g, "").replace(/[\uff10-\uff19\uff0e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?(万)?$/.exec(plain);
  if (!match) return null;
  const scaled = BigInt(match[1] + (match[2] ?? "").padEnd(4, "0")) * (match[3] ? 10000n : 1n);
  return scaled % 100n ? null : Number(scaled / 100n);
}
