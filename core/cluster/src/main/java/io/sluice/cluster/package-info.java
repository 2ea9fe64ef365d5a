/**
 * What Sluice and a cluster of machines know of each other, in values of java.base alone: the two
 * have libraries in different versions, so each has a class loader of its own and this package is
 * all that they share ({@link io.sluice.cluster.IsolatedClasses}).
 *
 * <p>A {@link io.sluice.cluster.ClusterProvider} is found among the classes of the cluster and
 * gives a {@link io.sluice.cluster.Cluster}, which takes Sluice itself along as a file. A {@link
 * io.sluice.cluster.ClusterJob} sends pieces of work to the machines and brings back what they came
 * to. At a machine a {@link io.sluice.cluster.MachineProvider} is found among what was taken along,
 * and its {@link io.sluice.cluster.Machine} does the work.
 */
package io.sluice.cluster;
