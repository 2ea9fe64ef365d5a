package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.WeightPolicy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedStudiesTest {

  @Test
  void allFilesAreListedAndNamedLikeTheirStudy() throws IOException, URISyntaxException {
    Path folder =
        Path.of(ShippedStudies.class.getResource("article.yaml").toURI()).toAbsolutePath();
    try (Stream<Path> files = Files.list(folder.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(
              ShippedStudies.list().stream().map(study -> study.name() + ".yaml").toList());
    }
    assertThat(ShippedStudies.list())
        .isNotEmpty()
        .allSatisfy(
            study -> {
              ReadStudy read = ShippedStudies.read(study.name());
              assertThat(read.spec().name()).isEqualTo(study.name());
              assertThat(read.spec().question()).isEqualTo(study.question()).endsWith("?");
              assertThat(StudyReader.read(read.canonicalJson(), "json", null).spec())
                  .isEqualTo(read.spec());
            });
  }

  @Test
  void theArticleAsksForEverythingItPromises() {
    StudySpec article = ShippedStudies.read("article").spec();

    assertThat(article.problems()).extracting("name").containsExactly("inside", "edge", "outside");
    assertThat(article.networks()).extracting("outputActivated").containsExactly(true, false);
    assertThat(article.optimizers())
        .extracting("id")
        .containsExactly("adam", "adamm", "random-search");
    assertThat(article.weightPolicies())
        .containsExactly(
            WeightPolicy.NONE, WeightPolicy.CLIP, WeightPolicy.REFLECT, WeightPolicy.REFLECT_FLIP);
    assertThat(article.initialWeights())
        .containsExactly(new InitialWeights.Uniform(List.of(1.0, 10.0)));
    assertThat(article.bounds())
        .contains(new BoundsSpec.AsInitial())
        .filteredOn(BoundsSpec.FromActivation.class::isInstance)
        .extracting(bounds -> ((BoundsSpec.FromActivation) bounds).reading())
        .containsExactly(BoundsSpec.Reading.values());
    assertThat(article.repeats()).isEqualTo(50);
  }

  @Test
  void takeOverrides() {
    assertThat(ShippedStudies.read("article", List.of("repeats=2")).spec().repeats()).isEqualTo(2);
  }

  @Test
  void unknownNamesAreRefusedWithTheNearest() {
    assertThat(ShippedStudies.contains("articel")).isFalse();
    assertThatThrownBy(() -> ShippedStudies.read("articel"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no study \"articel\" comes along (did you mean \"article\"?)");
    assertThatThrownBy(() -> ShippedStudies.read("../../x"))
        .hasMessage(
            "no study \"../../x\" comes along; there are "
                + String.join(
                    ", ", ShippedStudies.list().stream().map(ShippedStudy::name).toList()));
  }
}
