package io.sluice.studies.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultExportTest {

  private static final StudyHeader HEADER =
      new StudyHeader(
          "pair-01234567",
          "pair",
          "Which is better?",
          "{}",
          2,
          100,
          List.of(1e-2, 1e-6),
          Map.of("os", "any"));

  @Test
  void trialsAsCsv() throws IOException {
    assertThat(trials(ExportFormat.CSV))
        .isEqualTo(
            "trial,key,problem,network,loss,activation,optimizer,weight-policy,bounds,"
                + "initial-weights,batches,schedule,clipping,weight-decay,repeat,"
                + "outcome,steps,cost,initial_loss,final_loss,best_loss,"
                + "best_cost,cost_to_0.01,cost_to_1e-6,hyperparameters,message\n"
                + "0,00000000000000ff,xor,1-1-1,mse,tanh,adam,none,\"[-1, 1]\",uniform 1,full,constant,none,none,0,"
                + "completed,33,100,0.1,1e-8,-0,99,7,,"
                + "optimizer.learning-rate=0.001 optimizer.beta1=0.9,\n"
                + "1,0000000000000100,xor,1-1-1,mse,tanh,adam,none,\"[-1, 1]\",uniform 1,full,constant,none,none,1,"
                + "failed,0,0,,Infinity,Infinity,,,,"
                + "optimizer.learning-rate=0.001 optimizer.beta1=0.9,"
                + "\"it said \"\"no\"\",\nand stopped\"\n");
  }

  @Test
  void columnsOfFactorsAreThoseOfTheHeader() throws IOException {
    List<Factor> factors =
        List.of(
            new Factor("weather", ""), new Factor("problem", ""), new Factor("dropout", "none"));
    StudyHeader header = new StudyHeader("a-1", "a", "", "{}", 1, 9, List.of(), factors, Map.of());
    Cell cell = Cell.of(factors, 0, Map.of("problem", "xor", "weather", "fine"), Map.of());
    TrialResult result = new TrialResult(Outcome.COMPLETED, 1, 3, 1, 0.5, 0.5, 3, List.of(), "");
    StringBuilder out = new StringBuilder();
    ResultExport.writeTrials(
        header,
        Stream.of(new TrialEvent.Finished(new Trial(0, "00000000000000ff", cell, 0), result)),
        ExportFormat.CSV,
        out);
    assertThat(out.toString())
        .startsWith("trial,key,weather,problem,dropout,repeat,")
        .contains("\n0,00000000000000ff,fine,xor,none,0,completed,1,3,");
  }

  @Test
  void trialsAsJsonLines() throws IOException {
    assertThat(trials(ExportFormat.JSONL).split("\n"))
        .containsExactly(
            "{\"trial\":0,\"key\":\"00000000000000ff\",\"problem\":\"xor\","
                + "\"network\":\"1-1-1\",\"loss\":\"mse\",\"activation\":\"tanh\","
                + "\"optimizer\":\"adam\",\"weight-policy\":\"none\",\"bounds\":\"[-1, 1]\","
                + "\"initial-weights\":\"uniform 1\",\"batches\":\"full\","
                + "\"schedule\":\"constant\",\"clipping\":\"none\",\"weight-decay\":\"none\","
                + "\"repeat\":0,\"outcome\":\"completed\","
                + "\"steps\":33,\"cost\":100,\"initial_loss\":0.1,\"final_loss\":1e-8,"
                + "\"best_loss\":-0,\"best_cost\":99,\"cost_to_0.01\":7,\"cost_to_1e-6\":\"NaN\","
                + "\"hyperparameters\":{\"optimizer.learning-rate\":0.001,"
                + "\"optimizer.beta1\":0.9},\"message\":\"\"}",
            "{\"trial\":1,\"key\":\"0000000000000100\",\"problem\":\"xor\","
                + "\"network\":\"1-1-1\",\"loss\":\"mse\",\"activation\":\"tanh\","
                + "\"optimizer\":\"adam\",\"weight-policy\":\"none\",\"bounds\":\"[-1, 1]\","
                + "\"initial-weights\":\"uniform 1\",\"batches\":\"full\","
                + "\"schedule\":\"constant\",\"clipping\":\"none\",\"weight-decay\":\"none\","
                + "\"repeat\":1,\"outcome\":\"failed\","
                + "\"steps\":0,\"cost\":0,\"initial_loss\":\"NaN\",\"final_loss\":\"Infinity\","
                + "\"best_loss\":\"Infinity\",\"best_cost\":\"NaN\",\"cost_to_0.01\":\"NaN\","
                + "\"cost_to_1e-6\":\"NaN\",\"hyperparameters\":{\"optimizer.learning-rate\":0.001,"
                + "\"optimizer.beta1\":0.9},"
                + "\"message\":\"it said \\\"no\\\",\\nand stopped\"}");
  }

  @Test
  void measurementsInBothFormats() throws IOException {
    StringBuilder csv = new StringBuilder();
    ResultExport.writeMeasurements(measurements(), ExportFormat.CSV, csv);
    assertThat(csv)
        .hasToString(
            "trial,key,step,cost,metric,value\n"
                + "0,00000000000000ff,10,31,loss,0.25\n"
                + "0,00000000000000ff,20,61,odd\tone,\n");
    StringBuilder json = new StringBuilder();
    ResultExport.writeMeasurements(measurements(), ExportFormat.JSONL, json);
    assertThat(json)
        .hasToString(
            "{\"trial\":0,\"key\":\"00000000000000ff\",\"step\":10,\"cost\":31,"
                + "\"metric\":\"loss\",\"value\":0.25}\n"
                + "{\"trial\":0,\"key\":\"00000000000000ff\",\"step\":20,\"cost\":61,"
                + "\"metric\":\"odd\\u0009one\",\"value\":\"NaN\"}\n");
  }

  @Test
  void noTrialsLeaveTheHeaderLineInCsvAndNothingInJson() throws IOException {
    StringBuilder csv = new StringBuilder();
    ResultExport.writeTrials(HEADER, Stream.of(), ExportFormat.CSV, csv);
    assertThat(csv).hasToString(String.join(",", ResultExport.trialColumns(HEADER)) + "\n");
    StringBuilder json = new StringBuilder();
    ResultExport.writeTrials(HEADER, Stream.of(), ExportFormat.JSONL, json);
    assertThat(json).isEmpty();
  }

  private static String trials(ExportFormat format) throws IOException {
    TrialResult good =
        new TrialResult(
            Outcome.COMPLETED, 33, 100, 0.1, 1e-8, -0.0, 99, List.of(7.0, Double.NaN), "");
    TrialResult bad =
        new TrialResult(
            Outcome.FAILED,
            0,
            0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NaN,
            List.of(Double.NaN, Double.NaN),
            "it said \"no\",\nand stopped");
    StringBuilder out = new StringBuilder();
    ResultExport.writeTrials(
        HEADER,
        Stream.of(new TrialEvent.Finished(trial(0), good), new TrialEvent.Finished(trial(1), bad)),
        format,
        out);
    return out.toString();
  }

  private static Stream<TrialEvent.Measured> measurements() {
    return Stream.of(
        new TrialEvent.Measured(trial(0), 10, 31, "loss", 0.25),
        new TrialEvent.Measured(trial(0), 20, 61, "odd\tone", Double.NaN));
  }

  private static Trial trial(int repeat) {
    List<String> labels =
        List.of("xor", "1-1-1", "mse", "tanh", "adam", "none", "[-1, 1]", "uniform 1");
    Map<String, String> factors = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      factors.put(Factor.names(Factor.FIRST).get(i), labels.get(i));
    }
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("optimizer.learning-rate", 0.001);
    values.put("optimizer.beta1", 0.9);
    return new Trial(
        repeat,
        repeat == 0 ? "00000000000000ff" : "0000000000000100",
        Cell.of(Factor.FIRST, 0, factors, values),
        repeat);
  }
}
