package io.sluice.dist;

import io.sluice.cluster.Machine;
import io.sluice.cluster.MachineProvider;
import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.BlockMachine;
import io.sluice.plugin.PluginHost;
import io.sluice.studies.PackFile;
import io.sluice.studies.StudyReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a machine of a cluster ready for a run: plans the study again, with the plugins that came
 * along, and sees whether the plan is the same.
 */
public final class StudyMachines implements MachineProvider {

  @Override
  public Machine open(Path home, byte[] order) {
    MachineOrder run = MachineOrder.of(order);
    Distribution distribution = Distribution.in(home);
    PluginHost plugins =
        new PluginHost(
            List.of(distribution.plugins()),
            distribution.version(),
            distribution.build(),
            new PackFile());
    Laboratory laboratory = new Laboratory(plugins.load(List.of()), distribution.fullVersion());
    StudyPlan plan =
        laboratory.plan(StudyReader.read(run.spec(), "the study that was sent", null).spec());
    if (!plan.identity().equals(run.identity())) {
      throw new IllegalStateException(
          "a machine of the cluster plans another study: "
              + plan.identity()
              + " instead of "
              + run.identity()
              + ", with Java "
              + System.getProperty("java.version")
              + " and "
              + plan.origins());
    }
    return new BlockMachine(plan, run.callLimit());
  }
}
