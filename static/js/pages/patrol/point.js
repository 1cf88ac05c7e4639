// Where a point is: tapped on the map, or typed.

import { startPlace } from "../../where.js";

startPlace(document.querySelector("[data-point-form]"));
