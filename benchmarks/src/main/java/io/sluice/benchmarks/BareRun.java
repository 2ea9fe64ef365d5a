package io.sluice.benchmarks;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.TrialResult;
import io.sluice.studies.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a study file with the engine alone: no plugins to load, no store but one loss a trial in
 * memory, no report.
 */
final class BareRun {

  private BareRun() {}

  /** Takes the study file, the number of repeats and the number of threads. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Laboratory laboratory = BuiltIns.laboratory();
    StudyPlan plan =
        laboratory.plan(
            StudyReader.read(
                    Files.readString(file),
                    file.toString(),
                    file.toAbsolutePath().getParent(),
                    List.of("repeats=" + arguments[1]))
                .spec());
    LossMemory memory = new LossMemory(Math.toIntExact(plan.trials()), TrialResult::bestLoss);
    laboratory.run(
        plan,
        laboratory.header(plan, "{}"),
        memory,
        List.of(),
        new RunOptions(Integer.parseInt(arguments[2]), 0),
        new Cancellation());
    System.out.println(plan.trials() + " trials " + Arrays.stream(memory.losses()).sum());
  }
}
