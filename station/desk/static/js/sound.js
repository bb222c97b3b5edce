// Two short tones for a new urgent alert. Off until the officer turns it on: browsers need a click before sound anyway.

const KEY = "cw-desk-sound";
let context = null;

export const soundOn = () => localStorage.getItem(KEY) === "on";

export function unlockSound() {
  if (!soundOn()) return;
  context ??= new AudioContext();
  if (context.state === "suspended") context.resume();
}

export function setSound(on) {
  localStorage.setItem(KEY, on ? "on" : "off");
  if (on) {
    unlockSound();
    beep();
  }
}

export function beep() {
  if (!soundOn() || !context) return;
  for (const [start, pitch] of [[0, 880], [0.22, 1175], [0.44, 880]]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const at = context.currentTime + start;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.22, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.19);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.2);
  }
}
