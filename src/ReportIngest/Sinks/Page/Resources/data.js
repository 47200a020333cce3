"use strict";

/** Everything the page shows, as the program wrote it. */
const data = JSON.parse(document.getElementById("data").textContent);
