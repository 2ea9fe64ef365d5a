package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids of examples are free: a plugin whose name a built-in has would be rejected beside it. */
class FreeIdsTest {

  @ParameterizedTest
  @CsvSource({
    "../plugins/example-activation/src/main/java/org/example/sluice/SoftBend.java, return \"(.*)\"",
    "../plugins/archetype/src/main/resources/META-INF/maven/archetype-metadata.xml,"
        + " <defaultValue>([a-z-]+)<",
    "../docs/writing-a-plugin.md, return \"(.*)\"",
    "../docs/writing-a-plugin.md, -Did=(\\S+)"
  })
  void noBuiltInHasTheIdOfAnExample(Path file, Pattern id) throws IOException {
    List<String> ids =
        id.matcher(Files.readString(file)).results().map((MatchResult r) -> r.group(1)).toList();
    assertThat(ids).isNotEmpty().noneMatch(BuiltIns::has);
  }
}
