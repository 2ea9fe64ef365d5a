/** How words and numbers are written for people: the same in plans, tables, exports and errors. */
package io.sluice.engine.text;
