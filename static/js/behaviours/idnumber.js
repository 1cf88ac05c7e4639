/* <input data-behaviour="idnumber">: while a citizen's number is typed (GB 11643), its help says birthday and sex, or that
   the last character does not fit. The server reads the number again; this only tells early. */

import { word } from "../words.js";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";
const CITIZEN = ["111", "113"];

/** What a number tells, by the name of a word and what fills it; null while it is not whole. */
export function told(typed) {
  const number = typed.normalize("NFKC").replaceAll(" ", "").toUpperCase();
  const old = /^\d{15}$/.test(number);
  if (!old && !/^\d{17}[\dX]$/.test(number)) return null;
  const century = Number(number.slice(12)) >= 996 ? "18" : "19";
  const whole = old ? `${number.slice(0, 6)}${century}${number.slice(6)}` : number;
  const [year, month, day] = [whole.slice(6, 10), whole.slice(10, 12), whole.slice(12, 14)];
  const born = new Date(Date.UTC(+year, month - 1, +day));
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== +day) return ["id_no_day"];
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * whole[place], 0);
  if (!old && CHECKS[sum % 11] !== whole[17]) return ["id_check"];
  return [whole[16] % 2 ? "id_man" : "id_woman", { day: `${year}-${month}-${day}` }];
}

export default function idnumber(input) {
  const help = document.getElementById(`${input.id}_helptext`);
  const kind = input.form?.elements.namedItem("document");
  if (!help) return;
  const usual = help.textContent;
  help.setAttribute("aria-live", "polite");
  const say = () => {
    const found = !kind || CITIZEN.includes(kind.value) ? told(input.value) : null;
    help.textContent = found ? word(...found) : usual;
  };
  input.addEventListener("input", say);
  kind?.addEventListener("change", say);
  say();
}
