package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Share;
import io.sluice.report.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatMapTest {

  @Test
  void aBrighterCellIsABetterOneByEveryMetric() {
    HeatMap.Cell good = cell(90, 100, 1e-6, 1);
    HeatMap.Cell middle = cell(50, 1000, 1e-4, 5);
    HeatMap.Cell bad = cell(5, 10_000, 1e-2, 9);
    for (Metric metric : Metric.values()) {
      Metric.Range range = metric.range(List.of(good, middle, bad));
      char worst = range.step(metric.of(bad).value());
      char between = range.step(metric.of(middle).value());
      char best = range.step(metric.of(good).value());
      assertThat(List.of(worst, between, best)).as(metric.name()).isEqualTo(List.of('0', '4', '8'));
    }
  }

  @Test
  void whatIsInfiniteOrUnknownHasNoColourOfTheScale() {
    HeatMap.Cell never = cell(10, Double.POSITIVE_INFINITY, Double.NaN, 2);
    Figure figure = map(List.of("never"), List.of(never), Metric.COST).figure();
    assertThat(figure.svg()).contains("class=\"cell hn\"", ">∞</text>");
    assertThat(map(List.of("none"), List.of(HeatMap.Cell.NONE), Metric.SUCCESS).figure().svg())
        .contains("class=\"cell hu\"", ">–</text>");
  }

  @Test
  void aCellTellsAllMetricsWithTheirIntervals() {
    Estimate cost = new Estimate(212, 198, 230);
    HeatMap.Cell cell =
        new HeatMap.Cell(
            new Share(41, 100), cost, Samples.around(0.01, 1), Estimate.withoutInterval(2.5));
    assertThat(map(List.of("relu"), List.of(cell), Metric.SUCCESS).figure().svg())
        .contains(
            "relu × adam: reached 41 % [32, 51]; median cost 212 [198, 230];"
                + " median best loss 0.01 [0.005, 0.02]; mean rank 2.5</title>",
            ">41 %</text>");
  }

  @Test
  void theTableHasTheNumbersOfTheDrawing() {
    Figure figure = Samples.heatMap().figure();
    assertThat(figure.data().rows()).hasSize(19 * 3);
    assertThat(figure.data().columns().stream().map(column -> column.name()))
        .containsExactly(
            "activation",
            "optimizer",
            "trials",
            "reached",
            "median_cost",
            "median_best_loss",
            "mean_rank");
    assertThat(figure.data().rows().get(0).get(3).exact()).isInstanceOf(Estimate.class);
  }

  @Test
  void viewsHaveEveryCombinationOfLevelsAndEveryMetric() {
    Map<String, List<String>> factors = new LinkedHashMap<>();
    factors.put("problem", List.of("xor", "</script>", "\"quoted\\"));
    factors.put("hidden units", List.of("2", "4"));
    HeatMap map = Samples.heatMap(List.of("relu", "<b>&\""), List.of("sgd", "adam"), factors);
    String text = map.figure().views();
    assertThat(text).doesNotContain("<", ">", "&");
    Map<?, ?> json = (Map<?, ?>) JsonText.parsed(text);
    assertThat(json.get("rows")).isEqualTo(List.of("relu", "<b>&\""));
    assertThat(json.get("left_out")).isEqualTo(0.0);
    List<?> views = (List<?>) json.get("views");
    List<Object> levels = new ArrayList<>();
    for (Object each : views) {
      Map<?, ?> view = (Map<?, ?>) each;
      levels.add(view.get("levels"));
      for (Object metric : (List<?>) json.get("metrics")) {
        Map<?, ?> shown = (Map<?, ?>) view.get(((Map<?, ?>) metric).get("key"));
        assertThat((List<?>) shown.get("texts")).hasSize(4);
        assertThat((String) shown.get("steps")).matches("[0-8nu]{4}");
        assertThat((String) shown.get("best")).isNotEmpty();
      }
    }
    assertThat(levels).isEqualTo(Samples.combinations(factors)).hasSize(12);
  }

  @Test
  void sixtyViewsOfAnOrdinaryStudyFit() {
    Map<String, List<String>> factors = Map.of("problem", Samples.names(59, i -> "problem-" + i));
    Figure figure = Samples.heatMap(Samples.ACTIVATIONS, Samples.OPTIMIZERS, factors).figure();
    assertThat(figure.svg().length() + figure.views().length())
        .isLessThan(HeatViews.MOST_CHARACTERS);
    assertThat(views(figure)).hasSize(60);
  }

  @Test
  void theLargestMapIsBoundedByLeavingOutItsLastViews() {
    Figure figure =
        Samples.heatMap(
                Samples.names(234, i -> "activation-" + i),
                Samples.names(60, i -> "optimizer-" + i),
                Map.of("problem", List.of("xor", "iris")))
            .figure();
    assertThat(figure.svg().length() + figure.views().length()).isLessThan(3_600_000);
    assertThat(views(figure)).hasSize(1);
    Figure smaller =
        Samples.heatMap(
                Samples.names(100, i -> "activation-" + i),
                Samples.names(10, i -> "optimizer-" + i),
                Map.of("problem", Samples.names(40, i -> "problem-" + i)))
            .figure();
    int kept = views(smaller).size();
    assertThat(kept).isBetween(2, 40);
    assertThat(((Map<?, ?>) JsonText.parsed(smaller.views())).get("left_out"))
        .isEqualTo(41.0 - kept);
    assertThat(smaller.svg().length() + smaller.views().length())
        .isLessThan(HeatViews.MOST_CHARACTERS);
  }

  @Test
  void aMapNeedsACellForEachPair() {
    assertThatThrownBy(() -> map(List.of("a", "b"), List.of(HeatMap.Cell.NONE), Metric.COST))
        .hasMessage("1 cells for 2 × 1");
    assertThatThrownBy(
            () ->
                new HeatMap(
                    "heat", "c", "r", List.of(), "c", List.of(), Map.of(), List.of(), Metric.COST))
        .hasMessageContaining("no part of a study");
  }

  private static List<?> views(Figure figure) {
    return (List<?>) ((Map<?, ?>) JsonText.parsed(figure.views())).get("views");
  }

  private static HeatMap.Cell cell(int reached, double cost, double loss, double rank) {
    return new HeatMap.Cell(
        new Share(reached, 100),
        Estimate.withoutInterval(cost),
        Estimate.withoutInterval(loss),
        Estimate.withoutInterval(rank));
  }

  private static HeatMap map(List<String> rows, List<HeatMap.Cell> cells, Metric first) {
    return new HeatMap(
        "heat",
        "caption",
        "activation",
        rows,
        "optimizer",
        List.of("adam"),
        Map.of(),
        List.of(new HeatMap.View(Map.of(), cells)),
        first);
  }
}
