package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @Test
  void readsBackAsTheSameStudy() {
    ReadStudy study = read(StudyReaderTest.WHOLE);
    ReadStudy again = read(study.canonicalJson());

    assertThat(again.spec())
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .isEqualTo(study.spec());
    assertThat(again.canonicalJson()).isEqualTo(study.canonicalJson());
  }

  @Test
  void hasEveryKeyInAFixedOrder() {
    assertThat(read(SMALL).canonicalJson())
        .isEqualTo(
            "{\"study\":\"small\",\"question\":\"\",\"seed\":1,\"repeats\":20,"
                + "\"budget\":{\"forward-equivalents\":3000,\"gradient-cost\":3},"
                + "\"targets\":[0.01,0.001],\"stop\":\"last-target\",\"loss\":\"mse\","
                + "\"problems\":[{\"id\":\"xor\"}],\"validation\":0,\"networks\":[],\"activations\":[],"
                + "\"optimizers\":[\"adam\"],\"weight-policies\":[\"none\"],"
                + "\"bounds\":[\"initial\"],\"initial-weights\":[{\"uniform\":[1]}],"
                + "\"batches\":[\"full\"],\"schedules\":[\"constant\"],"
                + "\"clipping\":[\"none\"],\"weight-decay\":[\"none\"],"
                + "\"measure\":\"none\",\"metrics\":[\"loss\",\"best-loss\"]}");
  }

  @Test
  void writesHowTrainingProceedsInFull() {
    assertThat(
            read(SMALL
                    + "stop: {divergence: 1e6}\n"
                    + "batches: {size: [8, 4], order: fixed}\n"
                    + "schedules: [{id: cosine, warm-up: 50}, one-cycle]\n"
                    + "clipping: {norm: 1}\nweight-decay: {decoupled: 0.01}\n")
                .canonicalJson())
        .contains(
            "\"stop\":{\"at\":\"last-target\",\"divergence\":1000000},",
            "\"batches\":[{\"size\":8,\"order\":\"fixed\"},{\"size\":4,\"order\":\"fixed\"}],"
                + "\"schedules\":[{\"id\":\"cosine\",\"alpha\":0,\"warm-up\":50},"
                + "{\"id\":\"one-cycle\",\"pct-start\":0.3,\"div-factor\":25,"
                + "\"final-div-factor\":10000}],"
                + "\"clipping\":[{\"norm\":1}],\"weight-decay\":[{\"decoupled\":0.01,\"of\":\"matrices\"}],");
  }

  @Test
  void doesNotDependOnHowTheStudyIsWritten() {
    assertThat(
            read("optimizers: [{id: adam}]\nproblems: xor\nseed: 1e0\nstudy: small\ntargets: [0.001, 1e-2]")
                .canonicalJson())
        .isEqualTo(read(SMALL).canonicalJson());
  }

  @Test
  void saysWhatIsDoneToDataBeforeTraining() {
    ReadStudy study =
        read(
            String.join(
                "\n",
                "study: s",
                "optimizers: adam",
                "validation: {last: 0.25}",
                "problems:",
                "  - {id: two-moons, noise: 0.2, training-noise: {inputs: 0.1}}",
                "  - {id: friedman-1, scale: {inputs: standardize, outputs: min-max}}",
                "  - {id: sines, noise: [0, 0.5], scale: min-max}",
                "  - {id: abs, scale: {inputs: none}, noise: {outputs: 0.5}}",
                "  - {name: d, x: [1, 2], y: [3, 4], scale: {outputs: standardise}}"));

    assertThat(study.canonicalJson())
        .contains(
            "\"problems\":["
                + "{\"id\":\"two-moons\",\"noise\":[0.2],"
                + "\"training-noise\":{\"inputs\":0.1,\"outputs\":0}},"
                + "{\"id\":\"friedman-1\",\"scale\":{\"inputs\":\"standardise\",\"outputs\":\"min-max\"}},"
                + "{\"id\":\"sines\",\"noise\":[0,0.5],"
                + "\"scale\":{\"inputs\":\"min-max\",\"outputs\":\"min-max\"}},"
                + "{\"id\":\"abs\",\"training-noise\":{\"inputs\":0,\"outputs\":0.5}},"
                + "{\"name\":\"d\",\"x\":[[1],[2]],\"y\":[[3],[4]],"
                + "\"scale\":{\"inputs\":\"none\",\"outputs\":\"standardise\"}}],"
                + "\"validation\":{\"last\":0.25},");
    assertThat(read(study.canonicalJson()).canonicalJson()).isEqualTo(study.canonicalJson());
    assertThat(read(study.canonicalJson()).spec())
        .usingRecursiveComparison()
        .isEqualTo(study.spec());
  }

  @Test
  void survivesEveryCharacterAQuestionCanHave() {
    String question = "\"ü😀\\u0000\\u007f\\ufffe\\ud800 \\\" \\\\ \\n\"";
    ReadStudy study =
        read(
            "{\"study\": \"s\", \"problems\": \"xor\", \"optimizers\": \"adam\", \"question\": "
                + question
                + "}");

    assertThat(study.spec().question()).isEqualTo("ü😀\0\u007f\ufffe\ud800 \" \\ \n");
    assertThat(read(study.canonicalJson()).spec()).isEqualTo(study.spec());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{target: 1e-3} | {\"target\":0.001} | target 0.001",
        "{metric: loss} | {\"metric\":\"loss\"} | metric loss",
        "{metric: r2} | {\"metric\":\"r2\"} | metric r2",
      })
  void whatDecidesIsPartOfTheText(String given, String written, String told) {
    String text = SMALL + "metrics: [r2]\nmeasure: {every: 10}\ndecide-by: " + given + "\n";
    ReadStudy study = read(text);
    assertThat(study.canonicalJson()).contains(",\"decide-by\":" + written + ",\"seed\"");
    assertThat(study.spec().decideBy().orElseThrow().text()).isEqualTo(told);
    assertThat(read(study.canonicalJson()).spec()).isEqualTo(study.spec());
  }
}
