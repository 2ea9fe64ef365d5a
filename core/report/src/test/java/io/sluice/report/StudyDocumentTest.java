package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.Sensitivity;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.TrialSummary;
import io.sluice.analysis.variance.Source;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyDocumentTest {

  private final MadeUpStudy study = new MadeUpStudy();

  private static List<String> sections(Document document) {
    return document.sections().stream().map(Section::id).toList();
  }

  private static List<String> figures(Document document) {
    return document.figures().stream().map(Figure::id).toList();
  }

  /** The exact values of a column. */
  private static List<Object> exact(Table table, String column) {
    List<String> names = table.columns().stream().map(Column::name).toList();
    assertThat(names).contains(column);
    List<Object> values = new ArrayList<>();
    table.rows().forEach(row -> values.add(row.get(names.indexOf(column)).exact()));
    return values;
  }

  @Test
  void theAnswerComesFirstAndTheOriginLast() {
    Document document = study.document();
    assertThat(sections(document))
        .containsExactly(
            "answer", "pairs", "explanation", "ranking", "cost", "budget", "provenance");
    assertThat(document.title()).isEqualTo("made-up");
    assertThat(document.question()).isEqualTo("Which is it?");
    assertThat(document.sections().get(0).blocks())
        .containsExactly(new Sentences(StudyReport.of(study.rows()).answer().sentences()));
    assertThat(figures(document))
        .contains("activation-optimizer", "shares", "reached-by-optimizer", "flips-of-activation");
  }

  @Test
  void theSameRowsInAnyOrderAreTheSameBytes() {
    study.problems = List.of("xor", "edge");
    study.rates = List.of(0.01, 0.1, 1.0);
    study.metric = "validation-accuracy";
    Document document = StudyDocument.of(study.rows(false), 10);
    Document turned = StudyDocument.of(study.rows(true), 10);
    assertThat(HtmlRenderer.page(turned)).isEqualTo(HtmlRenderer.page(document));
    assertThat(JsonRenderer.of(turned)).isEqualTo(JsonRenderer.of(document));
    assertThat(new LatexRenderer(Figure::id).of(turned))
        .isEqualTo(new LatexRenderer(Figure::id).of(document));
  }

  @Test
  void rankingsHaveTheNumbersOfTheReport() {
    study.problems = List.of("xor", "edge");
    StudyReport report = StudyReport.of(study.rows());
    Table table = study.document().table(StudyDocument.RANKINGS);
    List<Ranking.Row> rows =
        report.rankings().stream().flatMap(ranking -> ranking.rows().stream()).toList();
    List<TrialSummary> summaries = rows.stream().map(Ranking.Row::summary).toList();
    assertThat(table.rows()).hasSize(12);
    assertThat(exact(table, "problem")).startsWith("xor").endsWith("edge");
    assertThat(exact(table, "rank"))
        .isEqualTo(rows.stream().map(row -> (long) row.rank()).toList());
    assertThat(exact(table, "activation"))
        .isEqualTo(rows.stream().map(row -> row.contender().get(0)).toList());
    assertThat(exact(table, "success"))
        .isEqualTo(summaries.stream().map(one -> one.success().estimate()).toList());
    assertThat(exact(table, "median_cost"))
        .isEqualTo(summaries.stream().map(TrialSummary::costToTarget).toList());
    assertThat(exact(table, "median_best_loss"))
        .isEqualTo(summaries.stream().map(TrialSummary::bestLoss).toList());
    assertThat(exact(table, "trials")).containsOnly(12L);
    double headline = report.headlineTarget().orElseThrow();
    int other = headline == 0.1 ? 1 : 0;
    assertThat(exact(table, "success_" + (other == 1 ? "0.001" : "0.1")))
        .isEqualTo(summaries.stream().map(one -> one.successes().get(other).estimate()).toList());
    assertThat(table.caption()).isEqualTo("Ranking by reaching loss " + headline);
  }

  @Test
  void sourcesHaveTheNumbersOfTheReport() {
    StudyReport report = StudyReport.of(study.rows());
    Document document = study.document();
    Table table = document.table("sources");
    var parts = report.headlineExplained().get(0).decomposition();
    List<Estimate> shares = new ArrayList<>(List.of(parts.seeds()));
    parts.sources().stream().map(Source::share).forEach(shares::add);
    shares.add(parts.rest());
    assertThat(exact(table, "share")).isEqualTo(shares);
    List<Object> p = exact(table, "p");
    assertThat(p.subList(1, p.size() - 1))
        .isEqualTo(parts.sources().stream().map(Source::p).toList());
    assertThat(exact(document.table("explained"), "response"))
        .contains(report.decision().response().name());
    long all =
        report.explained().stream()
            .mapToLong(one -> one.decomposition().sources().size() + 2)
            .sum();
    assertThat(document.table("explained").rows()).hasSize((int) all);
    assertThat(document.table("explained").head()).isZero();
  }

  @Test
  void leadersHaveTheNumbersOfTheReport() {
    StudyReport report = StudyReport.of(study.rows());
    Table table = study.document().table("leaders");
    int contenders = report.rankings().get(0).rows().size();
    assertThat(
            exact(table, "first").subList(0, contenders).stream()
                .map(first -> ((Estimate) first).value())
                .toList())
        .isEqualTo(report.leaders().get(0).contenders().stream().map(one -> one.first()).toList());
    assertThat(exact(table, "apart").get(0)).isEqualTo("best");
    assertThat(exact(table, "apart")).isSubsetOf("best", "yes", "no").startsWith("best");
  }

  @Test
  void factsCountTrialsByOutcome() {
    study.outcomes = Map.of("relu", Outcome.DIVERGED, "sin", Outcome.CANCELLED);
    Map<String, Object> facts = study.document().facts();
    assertThat(facts)
        .containsEntry("study", "made-up-1")
        .containsEntry("trials", 48L)
        .containsEntry("planned", 72L)
        .containsEntry("budget", 1000.0)
        .containsEntry("targets", List.of(0.1, 0.001));
    assertThat(facts.get("outcomes"))
        .isEqualTo(Map.of("completed", 24L, "diverged", 24L, "failed", 0L, "cancelled", 24L));
  }

  @Test
  void sensitivityIsThereForThreeValuesAndMore() {
    study.rates = List.of(0.01, 0.1);
    assertThat(sections(study.document())).doesNotContain("sensitivity");
    study.rates = List.of(0.01, 0.1, 1.0);
    Document document = study.document();
    assertThat(sections(document)).contains("sensitivity");
    assertThat(figures(document)).contains("sensitivity-optimizer-learning-rate");
    Table table = document.table("sensitivities");
    List<Sensitivity> all = StudyReport.of(study.rows()).sensitivities();
    assertThat(exact(table, "best")).isEqualTo(all.stream().map(Sensitivity::bestValue).toList());
    assertThat(exact(table, "median_cost"))
        .isEqualTo(
            all.stream()
                .map(one -> one.points().get(one.best()).summary().costToTarget())
                .toList());
    assertThat(exact(table, "edge")).containsOnly("no");
  }

  @Test
  void withoutTargetsTheLowestLossDecides() {
    study.targets = List.of();
    study.rates = List.of(0.01, 0.1, 1.0);
    Document document = study.document();
    Table rankings = document.table(StudyDocument.RANKINGS);
    assertThat(rankings.caption()).isEqualTo("Ranking by the lowest loss");
    assertThat(rankings.columns())
        .extracting(Column::name)
        .doesNotContain("success", "median_cost");
    assertThat(sections(document)).doesNotContain("cost");
    assertThat(document.facts()).containsEntry("headline_target", null);
    assertThat(exact(document.table("sensitivities"), "median_best_loss"))
        .allMatch(loss -> Double.isFinite(((Estimate) loss).value()));
    assertThat(HtmlRenderer.fragment(document)).doesNotContainPattern(">[^<]*(NaN|loss unknown)");
    assertThat(document.figures())
        .extracting(Figure::caption)
        .contains("Activation against optimizer, by the lowest loss")
        .contains("Median of the lowest loss over the optimizer learning-rate");
  }

  @ParameterizedTest
  @CsvSource({"1,1,false", "1,2,true", "2,1,true", "3,2,true"})
  void theHeatMapIsThereWhereAnythingVaries(int activations, int optimizers, boolean there) {
    study.activations = study.activations.subList(0, activations);
    study.optimizers = study.optimizers.subList(0, optimizers);
    assertThat(figures(study.document()).contains("activation-optimizer")).isEqualTo(there);
    assertThat(sections(study.document()).contains("pairs")).isEqualTo(there);
  }

  @Test
  void failuresAreCountedByWhatWasSaid() {
    study.outcomes = Map.of("relu", Outcome.FAILED);
    study.message = "activation relu threw at Relu.java:7";
    Document document = study.document();
    assertThat(sections(document)).contains("failures");
    Table table = document.table("failures");
    assertThat(exact(table, "trials")).containsExactly(24L);
    assertThat(exact(table, "message")).containsExactly(study.message);
    assertThat(exact(table, "first")).containsExactly("0123456789abcdef");
    assertThat(document.table(StudyDocument.RANKINGS).narrow().columns())
        .extracting(Column::name)
        .contains("failed")
        .doesNotContain("diverged");
    study.outcomes = Map.of();
    assertThat(sections(study.document())).doesNotContain("failures");
  }

  @ParameterizedTest
  @CsvSource({"FAILED", "DIVERGED", "CANCELLED"})
  void aStudyOfWhichNothingCameToItsEndCanBeTold(Outcome outcome) {
    study.outcome = outcome;
    study.message = "it broke";
    Document document = study.document();
    assertThat(document.sections().get(0).blocks()).isNotEmpty();
    assertThat(sections(document)).contains("ranking", "provenance").doesNotContain("explanation");
    assertThat(sections(document).contains("failures")).isEqualTo(outcome == Outcome.FAILED);
    assertThat(HtmlRenderer.fragment(document)).doesNotContainPattern(">[^<]*NaN");
  }

  @Test
  void aStudyWithoutTrialsCanBeTold() {
    study.activations = List.of();
    Document document = study.document();
    assertThat(sections(document)).startsWith("answer").endsWith("provenance");
    assertThat(document.table(StudyDocument.RANKINGS).rows()).isEmpty();
    assertThat(document.figures()).isEmpty();
    assertThat(JsonRenderer.csv(document.table(StudyDocument.RANKINGS)))
        .startsWith("problem,rank,");
  }

  @Test
  void aMetricThatRanksHasItsColumnAndCaption() {
    study.metric = "validation-accuracy";
    study.provenance = Map.of(StudyHeader.DECIDE_BY, "metric validation-accuracy");
    Document document = study.document();
    Table table = document.table(StudyDocument.RANKINGS);
    assertThat(table.caption()).isEqualTo("Ranking by the final validation accuracy");
    List<TrialSummary> summaries =
        StudyReport.of(study.rows()).rankings().get(0).rows().stream()
            .map(Ranking.Row::summary)
            .toList();
    assertThat(exact(table, "median_validation_accuracy"))
        .isEqualTo(summaries.stream().map(one -> one.metric().orElseThrow().median()).toList());
    assertThat(
            exact(table, "median_validation_accuracy").stream().map(e -> -((Estimate) e).value()))
        .isSorted();
    study.provenance = Map.of();
    study.metric = "";
    assertThat(study.document().table(StudyDocument.RANKINGS).columns())
        .extracting(Column::name)
        .doesNotContain("median_validation_accuracy");
  }

  @ParameterizedTest
  @CsvSource({"1,5", "2,4", "6,0", "10,0"})
  void soManyContendersAreSeenAtFirst(int top, int rest) {
    Table part = study.document(top).table(StudyDocument.RANKINGS).parts().get(0);
    assertThat(part.rest()).isEqualTo(rest);
    assertThat(part.rows()).hasSize(6);
  }

  @Test
  void provenanceAndTheCommandAreKept() {
    study.provenance = Map.of("sluice", "1.2.3");
    Document document = study.document();
    assertThat(exact(document.table("provenance"), "value"))
        .containsExactly("made-up-1", "72 of 72", "1.2.3");
    assertThat(JsonRenderer.tree(document))
        .containsEntry("command", "sluice run made-up.json")
        .containsEntry("spec", "{\"study\":\"made-up\"}");
  }

  @Test
  void idsOfTablesFiguresAndSectionsDoNotCollide() {
    study.problems = List.of("xor", "edge");
    study.rates = List.of(0.01, 0.1, 1.0);
    study.outcomes = Map.of("relu", Outcome.FAILED);
    Document document = study.document();
    List<String> keys = new ArrayList<>(document.facts().keySet());
    document.tables().forEach(table -> keys.add(table.id().replace('-', '_')));
    keys.addAll(List.of("answer", "command", "spec", "methods"));
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(JsonRenderer.tree(document).keySet()).containsExactlyInAnyOrderElementsOf(keys);
    List<String> anchors = new ArrayList<>(sections(document));
    anchors.addAll(figures(document));
    assertThat(anchors).doesNotHaveDuplicates();
  }
}
