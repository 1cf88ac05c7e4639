// A courtyard is entered: the place on a map.

import { startPlace } from "../../where.js";

const form = document.querySelector("form[data-draft='courtyard-new']");
if (form) startPlace(form);
