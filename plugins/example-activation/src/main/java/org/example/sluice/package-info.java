/** A plugin as a stranger would write it: one activation. Copy this module to begin your own. */
package org.example.sluice;
