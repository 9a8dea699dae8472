// A page without work of its own: a message.

import { ready } from "./page.js";

ready();
