/**
 * Blocks computed by Apache Spark. {@link io.sluice.spark.SparkClusters} is found at run time and
 * connects; each piece of work is a Spark job of one task, a {@code PieceTask}, which at an
 * executor makes Sluice ready from the luggage, once, in a class loader of its own. {@link
 * io.sluice.spark.Submitted} is what {@code spark-submit} starts. Nobody points here, and nothing
 * here knows more of Sluice than {@link io.sluice.cluster}.
 */
package io.sluice.spark;
