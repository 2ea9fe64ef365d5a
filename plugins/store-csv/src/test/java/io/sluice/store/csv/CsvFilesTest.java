package io.sluice.store.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sdk.lines.Samples;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void twoTrialsAreKept() {
    keep(Samples.HEADER, Samples.measured(0, 1, 0.5), Samples.finished(0), Samples.finished(1));
  }

  @Test
  void filesAreAsDocumented() throws IOException {
    assertThat(Files.readString(file("trials.csv")))
        .matches(
            """
            trial,key,cell,repeat,outcome,steps,cost,initial_loss,final_loss,best_loss,best_cost,\
            hit_costs,message,measurements,measurements_at,hash
            0,00000000000000ff,0,0,COMPLETED,300,900.0,1.5,NaN,0.0,450.0,12.0 NaN,,1,29,[0-9a-f]{16}
            1,00000000000000ff,0,1,COMPLETED,300,900.0,1.5,NaN,0.25,450.0,12.0 NaN,,0,46,[0-9a-f]{16}
            """);
    assertThat(file("measurements.csv"))
        .hasContent("trial,step,cost,metric,value\n0,1,3.0,loss,0.5\n");
    assertThat(Files.readString(file("cells.csv")))
        .startsWith("cell,factors.problem,factors.network,")
        .contains(",factors.weight-decay,hyperparameters,hash\n0,some problem,some network,")
        .matches("(?s).*,optimizer.learning-rate=0.002,[0-9a-f]{8}\n");
    assertThat(Files.readString(file("study.csv")))
        .startsWith("format,opened,id,name,question,spec,trials,budget,targets,factors.problem,")
        .contains("provenance.version,hash\n1,1,xor-1,xor,Which?,{},20,900.0,0.01 0.001,");
  }

  @Test
  void everyRecordIsOneLineWhateverItsTextsAre() throws IOException {
    String message = "say \"no\",\r\nC:\\new, \\n; and = too";
    TrialResult result = new TrialResult(Outcome.FAILED, 0, 0, 0, 0, 0, 0, List.of(), message);
    keep(Samples.HEADER, new Finished(Samples.trial(2), result));
    assertThat(Files.readAllLines(file("trials.csv")).get(3))
        .contains(",,\"say \"\"no\"\",\\r\\nC:\\\\new, \\\\n; and = too\",0,");
    assertThat(trials().get(2).result().message()).isEqualTo(message);
  }

  @Test
  void namesOfHyperparametersMayHaveWhatSeparatesThem() {
    Map<String, Double> odd = new LinkedHashMap<>();
    odd.put("a;b=c\\d\ne", 1.0);
    odd.put("", -0.0);
    Cell cell = new Cell(2, Samples.trial(0).cell().factors(), odd);
    Finished written =
        new Finished(new Trial(20, "0".repeat(16), cell, 0), Samples.finished(0).result());
    keep(Samples.HEADER, written);
    assertThat(trials().get(2)).isEqualTo(written);
  }

  @Test
  void factorThatComesLaterGetsItsColumnInCellsThatAreThere() throws IOException {
    List<Factor> more = new ArrayList<>(Factor.FIRST);
    more.add(3, new Factor("dropout", "none"));
    StudyHeader xor = Samples.HEADER;
    keep(
        new StudyHeader(
            xor.id(),
            xor.name(),
            xor.question(),
            xor.spec(),
            xor.trials(),
            xor.budget(),
            xor.targets(),
            more,
            xor.provenance()));
    assertThat(Files.readAllLines(file("cells.csv")))
        .hasSize(2)
        .allMatch(line -> line.split(",")[4].matches("factors.dropout|none"));
    assertThat(file("cells.csv.damaged")).doesNotExist();
    assertThat(trials().get(0).trial().cell().factor("dropout")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({"trials.csv, trial, trail", "measurements.csv, trial, trail"})
  void headThatWasChangedIsNoMatterAndIsPutRight(String name, String right, String wrong)
      throws IOException {
    String text = Files.readString(file(name));
    Files.writeString(file(name), text.replaceFirst(right, wrong));
    assertThat(trials()).containsExactly(Samples.finished(0), Samples.finished(1));
    assertThat(open().sound("xor-1").stream()).containsExactly(0, 1);
    keep(Samples.HEADER);
    assertThat(file(name)).hasContent(text);
    assertThat(open().sound("xor-1").stream()).containsExactly(0, 1);
  }

  private ResultStore open() {
    return new CsvStoreProvider().open(folder.resolve("store").toString());
  }

  private void keep(StudyHeader header, TrialEvent... events) {
    try (ResultWriter writer = open().open(header)) {
      for (TrialEvent event : events) {
        writer.write(event);
      }
    }
  }

  private List<Finished> trials() {
    try (Stream<Finished> trials = open().trials("xor-1")) {
      return trials.toList();
    }
  }

  private Path file(String name) {
    return folder.resolve("store/xor-1").resolve(name);
  }
}
