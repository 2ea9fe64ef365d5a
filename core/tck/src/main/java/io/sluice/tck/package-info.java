/**
 * The contracts of the ports as JUnit interfaces. An author's test implements one and says which
 * component it is about; every promise of the port is then checked, and a failure names the fault.
 */
package io.sluice.tck;
