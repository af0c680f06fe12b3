// What a workbench does with a script; without one its form works as it is.
import { keepTyping } from "./keeping.js";
import { obeyKeys } from "./keys.js";
import { writeNotes } from "./notes.js";
import { returnToPlace } from "./place.js";

keepTyping();
obeyKeys();
writeNotes();
returnToPlace();
