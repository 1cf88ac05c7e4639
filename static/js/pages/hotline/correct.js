// Putting a ticket right: its point on the map.

import { startPlace } from "../../where.js";

startPlace(document.querySelector("form[data-ticket-correct]"), { isOwn: false });
