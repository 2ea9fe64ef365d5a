package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.report.Document;
import io.sluice.report.ReproductionDocument;
import io.sluice.spi.ResultStore;
import io.sluice.studies.kept.Reproduction;
import io.sluice.studies.kept.StoredTrial;
import java.io.IOException;
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
      "  sluice reproduce 09af3c55d2e18b70       the trial with this key",
      "  sluice reproduce article/17 -o trial.html"
    })
final class ReproduceCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TRIAL",
      description = "STUDY/INDEX, or the trial's key of 16 hexadecimal digits.")
  private String trial;

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  @Mixin private DocumentChoice output = new DocumentChoice();

  private final Workbench bench;

  ReproduceCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    Reproduction done = reproduction(bench.laboratory());
    done.changes().forEach(bench::warn);
    StoredTrial stored = done.stored();
    Document document =
        ReproductionDocument.of(
            stored.header(),
            stored.finished(),
            stored.measurements(),
            done.again(),
            done.changes());
    output.write(document, ReproductionDocument.VALUES, bench.terminal());
    return ReproductionDocument.isReproduced(document)
        ? CommandFailure.DONE
        : CommandFailure.WORK_FAILED;
  }

  private Reproduction reproduction(Laboratory laboratory) {
    try {
      StoredTrial stored;
      try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
        stored = StoredTrial.find(store, trial, storeChoice.url());
      }
      return Reproduction.of(
          laboratory, stored, () -> StudyLoader.planAgain(laboratory, stored.header()));
    } catch (StoredTrial.UnknownException unknown) {
      throw CommandFailure.wrongUsage(unknown.getMessage());
    } catch (Reproduction.ImpossibleException impossible) {
      throw CommandFailure.workFailed(impossible.getMessage());
    }
  }
}
