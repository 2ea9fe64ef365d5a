package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.StudyRows;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReproductionDocumentTest {

  private final MadeUpStudy study = new MadeUpStudy();
  private final StudyHeader header = header(study.rows(false));
  private final TrialEvent.Finished kept = study.trials().get(3);

  private static StudyHeader header(StudyRows rows) {
    return rows.header();
  }

  private Document of(
      List<TrialEvent.Measured> measurements, List<TrialEvent> again, String... changes) {
    return ReproductionDocument.of(header, kept, measurements, again, List.of(changes));
  }

  private TrialEvent.Measured measured(double value) {
    return new TrialEvent.Measured(kept.trial(), 1, 3, "loss", value);
  }

  private static List<Object> exact(Document document, String value) {
    return document.table(ReproductionDocument.VALUES).rows().stream()
        .filter(row -> row.get(0).text().equals(value))
        .findFirst()
        .map(row -> List.of(row.get(1).exact(), row.get(2).exact(), row.get(3).exact()))
        .orElse(List.of());
  }

  private static String answer(Document document) {
    return ((Sentences) document.sections().get(0).blocks().get(0)).sentences().get(0);
  }

  @Test
  void equalBitsAreReproduced() {
    Document document = of(List.of(measured(0.25)), List.of(measured(0.25), kept));
    assertThat(ReproductionDocument.isReproduced(document)).isTrue();
    assertThat(answer(document))
        .startsWith(header.id() + "/3 is reproduced: ")
        .endsWith(", 1 measurements among them.");
    assertThat(exact(document, "measurement 0")).isEmpty();
    assertThat(exact(document, "best_loss")).endsWith("yes");
  }

  @Test
  void theLastBitOfAValueDiffers() {
    TrialResult r = kept.result();
    TrialResult other =
        new TrialResult(
            r.outcome(),
            r.steps(),
            r.cost(),
            r.initialLoss(),
            Math.nextUp(r.finalLoss()),
            r.bestLoss(),
            r.bestCost(),
            r.hitCosts(),
            r.message());
    Document document = of(List.of(), List.of(new TrialEvent.Finished(kept.trial(), other)));
    assertThat(ReproductionDocument.isReproduced(document)).isFalse();
    assertThat(answer(document)).contains("is not reproduced: 1 of ");
    assertThat(exact(document, "final_loss")).endsWith("no");
    assertThat(document.facts()).containsAllEntriesOf(Map.of("differences", 1L, "trial", 3L));
  }

  @Test
  void aMeasurementThatDiffersOrIsMissingIsShown() {
    Document other = of(List.of(measured(0.25)), List.of(measured(Math.nextUp(0.25)), kept));
    assertThat(exact(other, "measurement 0")).endsWith("no");
    Document missing = of(List.of(measured(0.25)), List.of(kept));
    assertThat(ReproductionDocument.isReproduced(missing)).isFalse();
    assertThat(missing.table(ReproductionDocument.VALUES).rows())
        .anyMatch(row -> row.get(0).text().equals("measurement 0") && row.get(2) == Value.NONE);
  }

  @Test
  void whatChangedSinceThenIsSaid() {
    List<String> sentences = new ArrayList<>();
    of(List.of(), List.of(kept), "plugin a was 1 and is 2").sections().get(0).blocks().stream()
        .map(Sentences.class::cast)
        .forEach(block -> sentences.addAll(block.sentences()));
    assertThat(sentences).endsWith("Since then plugin a was 1 and is 2.");
  }
}
