package io.sluice.studies.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are those that docs/formats.md describes, line by line. */
class RunExportTest {

  private static final double NEVER = Double.NaN;
  private static final String COCO_HEADER =
      "% f evaluations | g evaluations | best noise-free fitness - Fopt (0.000000000000e+00) + sum"
          + " g_i+ | measured fitness | best measured fitness or single-digit g-values | x1 | x2...";

  private static final StudyHeader HEADER =
      new StudyHeader(
          "duel-01234567", "duel", "Which?", "{}", 6, 100, List.of(0.1, 1e-3), Map.of());

  @TempDir private Path folder;

  private final List<TrialEvent> events = new ArrayList<>();
  private final ToIntFunction<Cell> dimensions =
      cell -> cell.factor("problem").contains("5") ? 5 : 2;

  @Test
  void iohHasAnIndexForEachFunctionAndTheDataOfEachDimension() throws IOException {
    Cell two = cell(0, "sphere(dimensions=2)", "adam");
    Cell five = cell(1, "sphere(dimensions=5)", "adam");
    finish(0, two, 0, completed(100, 12.3, 1e-4, 80, 7.2, 60), measured(0, two, 20, 0.05));
    finish(1, two, 1, completed(50, 80.88209408001234, 0.5, 50, NEVER, NEVER));
    finish(2, five, 0, completed(100, 3, 0.25, 99.6, NEVER, NEVER));
    export(ExportFormat.IOH);
    assertThat(files())
        .containsExactly(
            "adam/IOHprofiler_f1_sphere.json",
            "adam/data_f1_sphere/IOHprofiler_f1_DIM2.dat",
            "adam/data_f1_sphere/IOHprofiler_f1_DIM5.dat");
    assertThat(lines("adam/data_f1_sphere/IOHprofiler_f1_DIM2.dat"))
        .containsExactly(
            "evaluations raw_y",
            "1 12.3000000000",
            "7 0.1000000000",
            "20 0.0500000000",
            "60 0.0010000000",
            "80 0.0001000000",
            "100 0.0001000000",
            "evaluations raw_y",
            "1 80.88209408001234",
            "50 0.5000000000");
    assertThat(lines("adam/IOHprofiler_f1_sphere.json"))
        .containsExactly(
            "{",
            "  \"version\": \"0.3.23\",",
            "  \"suite\": \"duel\",",
            "  \"function_id\": 1,",
            "  \"function_name\": \"sphere\",",
            "  \"maximization\": false,",
            "  \"algorithm\": {\"name\": \"adam\", \"info\": \"optimizer=adam\"},",
            "  \"attributes\": [\"evaluations\", \"raw_y\"],",
            "  \"scenarios\": [",
            "    {\"dimension\": 2,",
            "     \"path\": \"data_f1_sphere/IOHprofiler_f1_DIM2.dat\",",
            "     \"runs\": [",
            "       {\"instance\": 1, \"evals\": 100, \"best\": {\"evals\": 80, \"y\": 0.0001, \"x\":"
                + " []}},",
            "       {\"instance\": 2, \"evals\": 50, \"best\": {\"evals\": 50, \"y\": 0.5, \"x\":"
                + " []}}",
            "     ]},",
            "    {\"dimension\": 5,",
            "     \"path\": \"data_f1_sphere/IOHprofiler_f1_DIM5.dat\",",
            "     \"runs\": [",
            "       {\"instance\": 1, \"evals\": 100, \"best\": {\"evals\": 100, \"y\": 0.25, \"x\":"
                + " []}}",
            "     ]}",
            "  ]",
            "}");
  }

  @Test
  void lossesBelowTenDecimalsKeepTheirDigits() throws IOException {
    Cell cell = cell(0, "sphere", "adam");
    finish(0, cell, 0, completed(100, 1, 1.5e-13, 100, 10, 20));
    export(ExportFormat.IOH);
    assertThat(lines("adam/data_f1_sphere/IOHprofiler_f1_DIM2.dat"))
        .endsWith("20 0.0010000000", "100 1.5e-13");
  }

  @Test
  void cocoHasAFolderForEachAlgorithmAndABlockForEachDimension() throws IOException {
    Cell two = cell(0, "sphere(dimensions=2)", "adam");
    Cell five = cell(1, "sphere(dimensions=5)", "adam");
    finish(0, two, 0, completed(12, 76.14064231, 9.5, 9, NEVER, NEVER));
    finish(1, two, 1, completed(1, 0, 0, 1, 1, 1));
    finish(2, five, 0, completed(3, 5, 5, 1, NEVER, NEVER));
    export(ExportFormat.COCO);
    assertThat(files())
        .containsExactly(
            "adam/bbobexp_f1.info",
            "adam/data_f1/bbobexp_f1_DIM2.dat",
            "adam/data_f1/bbobexp_f1_DIM2.tdat",
            "adam/data_f1/bbobexp_f1_DIM5.dat",
            "adam/data_f1/bbobexp_f1_DIM5.tdat");
    assertThat(Files.readString(folder.resolve("adam/bbobexp_f1.info")))
        .isEqualTo(
            "suite = 'bbob', funcId = 1, DIM = 2, Precision = 1.000e-08, algId = 'adam',"
                + " coco_version = '2.7', logger = 'bbob', data_format = 'bbob-new2', settings ="
                + " ''\n"
                + "% optimizer=adam; problem=sphere\n"
                + "data_f1/bbobexp_f1_DIM2.dat, 1:12|9.5e+00, 2:1|0.0e+00\n"
                + "suite = 'bbob', funcId = 1, DIM = 5, Precision = 1.000e-08, algId = 'adam',"
                + " coco_version = '2.7', logger = 'bbob', data_format = 'bbob-new2', settings ="
                + " ''\n"
                + "% optimizer=adam; problem=sphere\n"
                + "data_f1/bbobexp_f1_DIM5.dat, 1:3|5.0e+00");
    assertThat(lines("adam/data_f1/bbobexp_f1_DIM2.dat"))
        .containsExactly(
            COCO_HEADER,
            row(1, "+7.614064231e+01"),
            row(9, "+9.500000000e+00"),
            row(12, "+9.500000000e+00"),
            COCO_HEADER,
            row(1, "+0.000000000e+00"));
    assertThat(lines("adam/data_f1/bbobexp_f1_DIM2.tdat"))
        .containsExactly(
            COCO_HEADER,
            row(1, "+7.614064231e+01"),
            row(2, "+7.614064231e+01"),
            row(3, "+7.614064231e+01"),
            row(4, "+7.614064231e+01"),
            row(5, "+7.614064231e+01"),
            row(6, "+7.614064231e+01"),
            row(7, "+7.614064231e+01"),
            row(8, "+7.614064231e+01"),
            row(10, "+9.500000000e+00"),
            row(11, "+9.500000000e+00"),
            row(12, "+9.500000000e+00"),
            COCO_HEADER,
            row(1, "+0.000000000e+00"));
  }

  @Test
  void cocoWritesALossWhereItFallsBelowAnotherOfTwentyLinesInADecade() throws IOException {
    Cell cell = cell(0, "sphere", "adam");
    finish(
        0,
        cell,
        0,
        completed(9, 1, 1e-10, 7, 2, 5),
        measured(0, cell, 3, 0.0999),
        measured(0, cell, 4, 0.0891),
        measured(0, cell, 6, 1e-9));
    export(ExportFormat.COCO);
    // Below the line 10^(-20/20) comes 10^(-21/20) = 0.08912…: 0.0999 is no new row, 0.0891 is one.
    assertThat(lines("adam/data_f1/bbobexp_f1_DIM2.dat"))
        .containsExactly(
            COCO_HEADER,
            row(1, "+1.000000000e+00"),
            row(2, "+1.000000000e-01"),
            row(4, "+8.910000000e-02"),
            row(5, "+1.000000000e-03"),
            row(6, "+1.000000000e-09"),
            row(9, "+1.000000000e-10"));
  }

  @Test
  void whatIsNoNumberIsInfinite() throws IOException {
    Cell cell = cell(0, "sphere", "adam");
    TrialResult failed =
        new TrialResult(
            Outcome.FAILED, 0, 0, NEVER, NEVER, NEVER, NEVER, List.of(NEVER, NEVER), "why");
    finish(0, cell, 0, failed);
    export(ExportFormat.COCO);
    assertThat(lines("adam/data_f1/bbobexp_f1_DIM2.dat"))
        .containsExactly(COCO_HEADER, row(1, "+inf"));
    assertThat(lines("adam/bbobexp_f1.info")).last().asString().endsWith(".dat, 1:1|inf");
    export(ExportFormat.IOH, folder.resolve("ioh"));
    assertThat(lines("ioh/adam/data_f1_sphere/IOHprofiler_f1_DIM2.dat"))
        .containsExactly("evaluations raw_y", "1 inf");
    assertThat(lines("ioh/adam/IOHprofiler_f1_sphere.json"))
        .anyMatch(line -> line.contains("\"best\": {\"evals\": 1, \"y\": null, \"x\": []}"));
  }

  @Test
  void whatVariesNamesFunctionsAndAlgorithms() throws IOException {
    finish(0, fit(0, "xor", "2-3-1", "tanh", "adam(learning-rate=0.1, beta1=0.5)"), 0, any());
    finish(1, fit(1, "xor", "2-3-1", "Tanh", "adam(learning-rate=0.1, beta1=0.5)"), 0, any());
    finish(2, fit(2, "xor", "2-8-1", "x/(1+|x|)", "adam"), 0, any());
    finish(3, fit(3, "sin's", "2-8-1", "x/(1+|x|)", "adam"), 0, any());
    export(ExportFormat.COCO);
    assertThat(files())
        .filteredOn(file -> file.endsWith(".info"))
        .containsExactly(
            "Tanh_adam_learning-rate_0.1_beta1_0.5_2/bbobexp_f1.info",
            "tanh_adam_learning-rate_0.1_beta1_0.5/bbobexp_f1.info",
            "x_1_x_adam/bbobexp_f2.info",
            "x_1_x_adam/bbobexp_f3.info");
    assertThat(lines("x_1_x_adam/bbobexp_f3.info"))
        .contains("% activation=x/(1+|x|); optimizer=adam; problem=sin's, 2-8-1");
    assertThat(lines("x_1_x_adam/data_f3/bbobexp_f3_DIM2.dat").get(0)).contains("- Fref (0.0");
  }

  @Test
  void cancelledTrialsAreLeftOut() throws IOException {
    Cell cell = cell(0, "sphere", "adam");
    finish(0, cell, 0, any());
    TrialResult any = any();
    finish(1, cell, 1, new TrialResult(Outcome.CANCELLED, 1, 1, 1, 1, 1, 1, any.hitCosts(), ""));
    export(ExportFormat.IOH);
    assertThat(lines("adam/data_f1_sphere/IOHprofiler_f1_DIM2.dat"))
        .filteredOn("evaluations raw_y"::equals)
        .hasSize(1);
  }

  @Test
  void jmetalHasTheBestLossAndTheCostToEachTarget() throws IOException {
    Cell cell = cell(0, "sphere", "adam");
    finish(0, cell, 0, completed(100, 12, 1e-4, 80, 7.25, NEVER));
    finish(
        1,
        cell,
        1,
        new TrialResult(Outcome.DIVERGED, 3, 9, 1, NEVER, 0.05, 4, List.of(4.0, NEVER), ""));
    StringBuilder table = new StringBuilder();
    runs().writeTable(table);
    assertThat(table)
        .hasToString(
            "Algorithm,Problem,IndicatorName,ExecutionId,IndicatorValue\n"
                + "adam,sphere-2,best_loss,0,0.0001\n"
                + "adam,sphere-2,cost_to_0.1,0,7.25\n"
                + "adam,sphere-2,cost_to_0.001,0,Infinity\n"
                + "adam,sphere-2,best_loss,1,Infinity\n"
                + "adam,sphere-2,cost_to_0.1,1,4\n"
                + "adam,sphere-2,cost_to_0.001,1,Infinity\n");
  }

  private static String row(long evaluations, String loss) {
    return evaluations + " 0 " + loss + " " + loss + " " + loss;
  }

  private static TrialResult any() {
    return completed(10, 1, 0.5, 10, NEVER, NEVER);
  }

  private static TrialResult completed(
      double cost, double initial, double best, double bestCost, double... hits) {
    return new TrialResult(
        Outcome.COMPLETED, 9, cost, initial, best, best, bestCost, List.of(hits[0], hits[1]), "");
  }

  private static Cell cell(int index, String problem, String optimizer) {
    return cell(index, problem, "-", "-", optimizer);
  }

  private static Cell fit(
      int index, String problem, String network, String activation, String optimizer) {
    return cell(index, problem, network, activation, optimizer);
  }

  private static Cell cell(
      int index, String problem, String network, String activation, String optimizer) {
    Map<String, String> factors = new LinkedHashMap<>();
    factors.put("problem", problem);
    factors.put("network", network);
    factors.put("loss", "-");
    factors.put("activation", activation);
    factors.put("optimizer", optimizer);
    factors.put("weight-policy", "clip");
    factors.put("bounds", "box");
    factors.put("initial-weights", "box");
    return Cell.of(Factor.FIRST, index, factors, Map.of());
  }

  private static TrialEvent.Measured measured(long index, Cell cell, double cost, double loss) {
    return new TrialEvent.Measured(trial(index, cell, 0), 1, cost, "best-loss", loss);
  }

  private static Trial trial(long index, Cell cell, int repeat) {
    return new Trial(index, "000000000000000" + index, cell, repeat);
  }

  private void finish(
      long index, Cell cell, int repeat, TrialResult result, TrialEvent.Measured... measured) {
    events.add(new TrialEvent.Started(trial(index, cell, repeat)));
    events.addAll(List.of(measured));
    events.add(new TrialEvent.Finished(trial(index, cell, repeat), result));
  }

  private RunExport runs() {
    return new RunExport(new Kept(events), HEADER, dimensions);
  }

  /** A store that is read only, in the order of the trials. */
  private record Kept(List<TrialEvent> events) implements ResultStore {

    private <T extends TrialEvent> Stream<T> ofType(Class<T> type) {
      return events.stream()
          .filter(type::isInstance)
          .map(type::cast)
          .sorted(Comparator.comparing(event -> event.trial().index()));
    }

    @Override
    public List<StudyHeader> studies() {
      return List.of(HEADER);
    }

    @Override
    public BitSet finished(String studyId) {
      return new BitSet();
    }

    @Override
    public Stream<TrialEvent.Finished> trials(String studyId) {
      return ofType(TrialEvent.Finished.class);
    }

    @Override
    public Stream<TrialEvent.Measured> measurements(String studyId) {
      return ofType(TrialEvent.Measured.class);
    }

    @Override
    public ResultWriter open(StudyHeader header) {
      throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public void close() {}
  }

  private void export(ExportFormat format) throws IOException {
    export(format, folder);
  }

  private void export(ExportFormat format, Path into) throws IOException {
    runs().writeFolder(format, into);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  private List<String> files() throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
