/* A button that reads a QR code by the camera, where the browser can; elsewhere the camera of the phone opens the sign. */

import { word } from "./words.js";

const EVERY = 250; // milliseconds

/** Wake the button: it opens the address of a sign of ours, whose path fits `pattern`. Whether the browser can. */
export async function scanner(button, pattern) {
  if (!button || !("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return false;
  const formats = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!formats.includes("qr_code")) return false;
  button.hidden = false;
  button.addEventListener("click", () => scan(pattern));
  return true;
}

async function scan(pattern) {
  const { dialog, video, said } = draw();
  let stream = null;
  dialog.addEventListener("close", () => {
    stream?.getTracks().forEach((track) => track.stop());
    dialog.remove();
  });
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    said.textContent = word("scan_no_camera");
    return;
  }
  video.srcObject = stream;
  await video.play();
  const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
  while (dialog.open) {
    const [found] = await detector.detect(video).catch(() => []);
    const path = found && pathOf(found.rawValue, pattern);
    if (path) {
      dialog.close();
      location.assign(path);
      return;
    }
    if (found) said.textContent = word("scan_foreign");
    await new Promise((again) => { setTimeout(again, EVERY); });
  }
}

/** The path alone: a sign leads nowhere but here. */
function pathOf(text, pattern) {
  try {
    const { pathname } = new URL(text, location.origin);
    return pattern.test(pathname) ? pathname : null;
  } catch {
    return null;
  }
}

function draw() {
  const dialog = document.createElement("dialog");
  const video = document.createElement("video");
  const said = document.createElement("p");
  const acts = document.createElement("form");
  const close = document.createElement("button");
  dialog.className = "dialog scan";
  video.muted = video.playsInline = true;
  said.setAttribute("aria-live", "polite");
  said.textContent = word("scan_hold");
  acts.method = "dialog";
  acts.className = "dialog__acts";
  close.className = "button";
  close.textContent = word("close");
  acts.append(close);
  dialog.append(video, said, acts);
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, video, said };
}
