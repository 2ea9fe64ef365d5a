package io.sluice.studies.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

  private static final String SLUICE_HEADER =
      "trial,key,problem,network,loss,activation,optimizer,weight-policy,bounds,initial-weights,"
          + "batches,schedule,clipping,weight-decay,repeat,outcome,steps,cost,initial_loss,"
          + "final_loss,best_loss,best_cost,cost_to_0.1,hyperparameters,message\n";

  @TempDir private Path folder;

  @Test
  void columnsAreGuessedByTheirNamesAndToldSo() throws IOException {
    Results results =
        read(
            "dataset,method,seed,loss\n"
                + "iris,mlp,11,0.5\n"
                + "iris,mlp,12,0.25\n"
                + "iris,svm,12,0.125\n");
    assertThat(results.notes())
        .singleElement()
        .asString()
        .endsWith(
            "results.csv: taken by their names: problem \"dataset\", value \"loss\", contender"
                + " \"method\", repeat \"seed\"");
    assertThat(results.trials())
        .extracting(TablesTest::cell)
        .containsExactly("iris/mlp", "iris/mlp", "iris/svm");
    assertThat(results.trials())
        .extracting(trial -> trial.trial().repeat())
        .containsExactly(0, 1, 1);
    assertThat(results.trials())
        .extracting(trial -> trial.result().bestLoss())
        .containsExactly(0.5, 0.25, 0.125);
    assertThat(results.header().targets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"p;m;s;v", "p,m,s,v", "'p\tm\ts\tv'"})
  void theHeaderTellsWhatSeparatesCells(String header) throws IOException {
    String separator = header.substring(1, 2);
    String text = header + "\n" + String.join(separator, "a", "b", "1", "-2e-3") + "\n";
    Results results = read(text, columns("p", "m", "s", "v", "", ""));
    assertThat(cell(results.trials().get(0))).isEqualTo("a/b");
    assertThat(results.trials().get(0).result().bestLoss()).isEqualTo(-2e-3);
    assertThat(results.notes()).isEmpty();
  }

  @Test
  void contendersCalledAsFactorsAreThemAndAllOthersAreTheOptimizer() throws IOException {
    Results results =
        read(
            "task,Activation,weight_policy,solver,preset,value\nt,tanh,clip,lbfgs,fast,1\n",
            columns("task", "Activation,weight_policy,solver,preset", "", "value", "", ""));
    assertThat(results.trials().get(0).trial().cell().factors())
        .containsEntry("activation", "tanh")
        .containsEntry("weight-policy", "clip")
        .containsEntry("optimizer", "lbfgs + fast")
        .containsEntry("network", "-")
        .containsEntry("batches", "full");
  }

  @Test
  void rowsOfOneRunAreItsCourse() throws IOException {
    Results results =
        read(
            "function,dim,algorithm,run,evals,loss\n"
                + "f,2,a,1,10,5\nf,2,a,1,30,0.5\nf,2,a,1,20,1\nf,2,a,2,10,2\n",
            targets(1, 0.5, 0.1));
    assertThat(results.trials()).hasSize(2);
    assertThat(cell(results.trials().get(0))).isEqualTo("f in 2-D/a");
    TrialResult first = results.trials().get(0).result();
    assertThat(first.hitCosts()).containsExactly(20.0, 30.0, Double.NaN);
    assertThat(first.cost()).isEqualTo(30);
    assertThat(first.initialLoss()).isEqualTo(5);
    assertThat(first.bestLoss()).isEqualTo(0.5);
    assertThat(results.trials().get(1).result().hitCosts())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN);
    assertThat(results.header().budget()).isEqualTo(30);
  }

  @Test
  void anEmptyCostIsATargetNeverReached() throws IOException {
    Results results =
        read("solver,cost\na,10\na,\nb,NA\n", columns("", "solver", "", "", "cost", ""));
    assertThat(results.header().targets()).containsExactly(0.0);
    assertThat(results.trials())
        .extracting(trial -> trial.result().hitCosts().get(0))
        .containsExactly(10.0, Double.NaN, Double.NaN);
    assertThat(results.trials())
        .extracting(trial -> trial.result().outcome())
        .containsOnly(Outcome.COMPLETED);
    assertThat(results.notes()).anyMatch(note -> note.contains("the goal is called loss 0"));
  }

  @Test
  void aColumnSaysWhatWasReached() throws IOException {
    Results results = read("solver,cost,solved\na,10,yes\na,99,No\na,98,0\na,97,TRUE\n");
    assertThat(results.trials())
        .extracting(trial -> trial.result().hitCosts().get(0))
        .containsExactly(10.0, Double.NaN, Double.NaN, 97.0);
    assertThat(results.header().budget()).isEqualTo(99);
  }

  @Test
  void whatReachedTheGoalGivesItsLoss() throws IOException {
    Results results = read("solver,evals,loss,success\na,10,0.01,1\na,20,0.03,1\na,20,0.5,0\n");
    assertThat(results.header().targets()).containsExactly(0.03);
    assertThat(read("solver,evals,loss,success\na,10,0.01,1\na,20,0.3,0\n", targets(0.5)).trials())
        .extracting(trial -> trial.result().hitCosts().get(0))
        .containsExactly(10.0, 20.0);
  }

  @Test
  void whereHigherIsBetterTheLossIsNegative() throws IOException {
    ResultOptions options =
        new ResultOptions(ResultOptions.PRESET.columns(), true, List.of(0.8, 0.9));
    Results results = read("model,accuracy\na,0.85\nb,0.7\n", options);
    assertThat(results.header().targets()).containsExactly(-0.8, -0.9);
    assertThat(results.trials().get(0).result().bestLoss()).isEqualTo(-0.85);
    assertThat(results.trials().get(0).result().hitCosts()).containsExactly(1.0, Double.NaN);
    assertThat(read("model,accuracy\na,0.85\n").notes())
        .anyMatch(note -> note.contains("--higher-is-better"));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "''", "inf", "null"})
  void aValueThatIsNoNumberDiverged(String value) throws IOException {
    Results results = read("model,loss\na,1\na," + value + "\n");
    assertThat(results.trials())
        .extracting(trial -> trial.result().outcome())
        .containsExactly(Outcome.COMPLETED, Outcome.DIVERGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a,b\\n1,2\\n'|results.csv:1:1: no column of what is compared: name it with --contender; there are a, b
          'method,b\\n1,2\\n'|results.csv:1:1: no column of values or costs: name one with --value or --cost; there are method, b
          'method,loss\\nx,1\\ny,l2\\n'|results.csv:3:3: "l2" is no number, in the column "loss"
          'method,loss\\nx,1\\ny\\n'|results.csv:3:1: the row has 1 cell, but the header names 2 columns
          'method,loss,loss\\nx,1,2\\n'|results.csv:1:13: two columns are called "loss"
          'method,loss\\n'|results.csv has no rows below its header
          'method,loss\\n"x,1\\n'|results.csv:2:1: the quote that opens here is never closed
          'method,loss,run\\nx,1,1\\nx,2,1\\n'|results.csv:3:1: this row is of the same run as line 2: name with --repeat what tells them apart, or with --cost what had been spent, if they are the course of one run
          'method,loss,cost\\nx,1,-1\\n'|results.csv:2:5: "-1" is no cost: at least 0 and a number
          'method,cost,reached\\nx,1,perhaps\\n'|results.csv:2:5: "perhaps" is neither true nor false, 1 nor 0, yes nor no
          ''|results.csv is empty
          'trial,key,step,cost,metric,value\\n1,a,1,1,loss,1\\n'|results.csv:1:1: these are measurements, which do not say of what: export with --what trials
          """)
  void whatIsWrongIsToldWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(folder + "/" + message);
  }

  @Test
  void aColumnThatIsNotThereIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> read("method,loss\na,1\n", columns("", "metod", "", "loss", "", "")))
        .hasMessage(
            folder
                + "/results.csv:1:1: --contender: no column \"metod\" (did you mean \"method\"?);"
                + " there are method, loss");
  }

  @Test
  void trialsOfSluiceAreReadAsTheyWere() throws IOException {
    Results results =
        read(
            SLUICE_HEADER
                + "7,0000000000000007,xor,1-1-1,mse,tanh,adam,none,\"[-1, 1]\",uniform,full,"
                + "constant,none,none,0,completed,33,100,0.5,1e-8,-0,99,7,optimizer.rate=0.1,\n"
                + "8,0000000000000008,xor,1-1-1,mse,tanh,adam,none,\"[-1, 1]\",uniform,full,"
                + "constant,none,none,1,failed,0,0,,Infinity,Infinity,,,optimizer.rate=0.1,\"a \"\"b\"\"\"\n"
                + "9,0000000000000009,xor,1-1-1,mse,tanh,adam,none,\"[-1, 1]\",uniform,full,"
                + "constant,none,none,0,cancelled,0,0,,,,,,optimizer.rate=0.2,\n");
    assertThat(results.header().targets()).containsExactly(0.1);
    assertThat(results.trials()).hasSize(2);
    TrialEvent.Finished good = results.trials().get(0);
    assertThat(good.result())
        .isEqualTo(
            new TrialResult(Outcome.COMPLETED, 33, 100, 0.5, 1e-8, -0.0, 99, List.of(7.0), ""));
    assertThat(good.trial().cell().hyperparameters()).containsEntry("optimizer.rate", 0.1);
    assertThat(good.trial().cell().factor("bounds")).isEqualTo("[-1, 1]");
    assertThat(results.trials().get(1).result())
        .isEqualTo(
            new TrialResult(
                Outcome.FAILED,
                0,
                0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                List.of(Double.NaN),
                "a \"b\""));
    assertThat(results.notes()).isEmpty();
  }

  @Test
  void targetsThatSluiceDidNotTimeAreNotKnown() {
    assertThatThrownBy(
            () ->
                read(
                    SLUICE_HEADER
                        + "7,0000000000000007,xor,1-1-1,mse,tanh,adam,none,b,u,full,constant,none,"
                        + "none,0,completed,33,100,0.5,1e-8,0,99,7,,\n",
                    targets(0.2)))
        .hasMessage(folder + "/results.csv does not tell what it cost to reach 0.2, only 0.1");
  }

  @Test
  void anOutcomeThatIsNoneIsAnsweredWithTheNearest() {
    assertThatThrownBy(
            () ->
                read(
                    SLUICE_HEADER
                        + "7,0000000000000007,xor,1-1-1,mse,tanh,adam,none,b,u,full,constant,none,"
                        + "none,0,complete,33,100,0.5,1e-8,0,99,7,,\n"))
        .hasMessage(
            folder
                + "/results.csv:2:79: \"complete\" is none of completed, diverged, failed,"
                + " cancelled (did you mean \"completed\"?)");
  }

  @Test
  void eachIndicatorOfJmetalIsAProblem() throws IOException {
    Results results =
        read(
            "Algorithm,Problem,IndicatorName,ExecutionId,IndicatorValue\n"
                + "NSGAII,ZDT1,IGD,0,0.01\nNSGAII,ZDT1,HV,0,0.66\n"
                + "SMPSO,ZDT1,IGD,0,0.02\nSMPSO,ZDT1,HV,0,0.65\n");
    assertThat(results.trials())
        .extracting(TablesTest::cell)
        .containsExactly(
            "ZDT1 by IGD/NSGAII", "ZDT1 by HV/NSGAII", "ZDT1 by IGD/SMPSO", "ZDT1 by HV/SMPSO");
    assertThat(results.trials())
        .extracting(trial -> trial.result().bestLoss())
        .containsExactly(0.01, -0.66, 0.02, -0.65);
    assertThat(results.notes())
        .containsExactly(folder + "/results.csv: a higher HV is better, so its loss is negative");
  }

  @Test
  void anIndicatorThatAnExecutionHasTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "Algorithm,Problem,IndicatorName,ExecutionId,IndicatorValue\n"
                        + "a,p,IGD,0,0.01\na,p,IGD,0,0.02\n"))
        .hasMessage(folder + "/results.csv:3:9: execution 0 of a on p has the indicator IGD twice");
  }

  private static String cell(TrialEvent.Finished trial) {
    return trial.trial().cell().factor("problem") + "/" + trial.trial().cell().factor("optimizer");
  }

  private static ResultOptions targets(double... targets) {
    return new ResultOptions(
        ResultOptions.PRESET.columns(), false, Arrays.stream(targets).boxed().toList());
  }

  private static ResultOptions columns(
      String problem, String contender, String repeat, String value, String cost, String reached) {
    return new ResultOptions(
        new ResultOptions.Columns(
            problem.isEmpty() ? List.of() : List.of(problem.split(",")),
            List.of(contender.split(",")),
            repeat,
            value,
            cost,
            reached),
        false,
        List.of());
  }

  private Results read(String text) throws IOException {
    return read(text, ResultOptions.PRESET);
  }

  private Results read(String text, ResultOptions options) throws IOException {
    Path file = folder.resolve("results.csv");
    Files.writeString(file, text);
    return ResultFiles.read(List.of(file), options);
  }
}
