// What a workbench does with a script; without one its form works as it is.
import { showDifferences } from "./differences.js";
import { lightEvidence } from "./evidence.js";
import { findWords } from "./finding.js";
import { keepTyping } from "./keeping.js";
import { obeyKeys } from "./keys.js";
import { nameAnew } from "./names.js";
import { writeNotes } from "./notes.js";
import { returnToPlace } from "./place.js";
import { offerSelection } from "./selecting.js";
import { makeTerms } from "./terms.js";

keepTyping();
obeyKeys();
writeNotes();
lightEvidence();
showDifferences();
offerSelection();
makeTerms();
findWords();
nameAnew();
returnToPlace();
