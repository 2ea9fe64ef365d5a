package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "reproduce",
    description = {
      "Runs one trial of a store again, alone, and compares everything with what was kept, bit by"
          + " bit. The exit code is 1 if anything differs.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice reproduce article/17             trial 17 of the study begun last by that name",
      "  sluice reproduce 09af3c55d2e18b70       the trial with this key"
    })
final class ReproduceCommand implements Callable<Integer> {

  /** What a study's header says that no trial depends on. */
  private static final Set<String> CHANGE_NO_RESULT =
      Set.of("jvm", "os", StudyHeader.DECIDE_BY, StudyHeader.IDENTITY, StudyHeader.SETTINGS);

  @Parameters(
      paramLabel = "TRIAL",
      description = "STUDY/INDEX, or the trial's key of 16 hexadecimal digits.")
  private String trial;

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  ReproduceCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Laboratory laboratory = bench.laboratory();
    StoredTrial stored;
    try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
      stored = StoredTrial.find(store, trial, storeChoice.url());
    }
    if (stored.finished().result().outcome() == Outcome.CANCELLED) {
      throw CommandFailure.workFailed(
          "the trial " + trial + " was stopped before its end, so there is nothing to compare");
    }
    StudyPlan plan = StudyLoader.planAgain(laboratory, stored.header());
    if (!plan.id().equals(stored.header().id())) {
      warnOfChanges(stored.header(), laboratory.header(plan, stored.header().spec()));
    }
    List<TrialEvent> again =
        laboratory.runTrial(
            plan, TrialAgain.index(plan, stored.header(), stored.finished().trial()));
    return report(stored, new TrialComparison(stored, again));
  }

  private void warnOfChanges(StudyHeader then, StudyHeader now) {
    Map<String, String> names = new LinkedHashMap<>(then.provenance());
    names.putAll(now.provenance());
    boolean explained = false;
    for (String name : names.keySet()) {
      if (CHANGE_NO_RESULT.contains(name)) {
        continue;
      }
      String before = then.provenance().getOrDefault(name, "none");
      String today = now.provenance().getOrDefault(name, "none");
      if (!before.equals(today)) {
        bench.warn(name + " was " + before + " and is " + today);
        explained = true;
      }
    }
    if (!explained) {
      bench.warn("today's plan of the study is " + now.id() + ", not " + then.id());
    }
  }

  private int report(StoredTrial stored, TrialComparison comparison) {
    comparison.listing().print(format.format(), bench.terminal());
    String name = stored.header().id() + "/" + stored.finished().trial().index();
    if (comparison.differences() == 0) {
      bench.say(
          name
              + " is reproduced: "
              + comparison.fields()
              + " values are equal bit by bit, "
              + stored.measurements().size()
              + " measurements among them");
      return CommandFailure.DONE;
    }
    throw CommandFailure.workFailed(
        name
            + " is not reproduced: "
            + comparison.differences()
            + " of "
            + comparison.fields()
            + " values differ");
  }
}
