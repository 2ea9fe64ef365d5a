/**
 * The contracts of the ports, each promise a {@link io.sluice.tck.Check}. An author's test
 * implements the JUnit interface {@link io.sluice.tck.ComponentContract} and says which component
 * it is about; every promise of the port is then checked, and a failure names the fault. Programs
 * run {@link io.sluice.tck.Checks} without JUnit.
 */
package io.sluice.tck;
