// Sending a ticket on: the questions of the category that is chosen.

import { startQuestions } from "../incidents/questions.js";

startQuestions(document.querySelector("form[data-ticket-dispatch]"));
