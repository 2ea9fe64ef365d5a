package io.sluice.dist;

import io.sluice.cluster.Cluster;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.BlockExecutor;
import io.sluice.engine.run.BlockSource;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.FarBlocks;
import io.sluice.engine.run.RunOptions;
import io.sluice.studies.CanonicalJson;

/** Has blocks computed by a cluster. */
final class ClusterExecutor implements BlockExecutor {

  private final Cluster cluster;

  ClusterExecutor(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public Computation begin(
      StudyPlan plan, BlockSource blocks, RunOptions options, Cancellation cancellation) {
    MachineOrder order =
        new MachineOrder(CanonicalJson.of(plan.spec()), plan.identity(), options.callLimit());
    return new FarBlocks(
        plan, blocks, cancellation, cluster.begin(order.toBytes()), cluster::slots);
  }

  @Override
  public String text() {
    return cluster.text();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
