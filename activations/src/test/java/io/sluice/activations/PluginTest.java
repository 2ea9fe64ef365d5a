package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the loader will find. */
class PluginTest {

  @Test
  void indexListsEveryActivation() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String name : index()) {
      Object extension = Class.forName(name).getConstructor().newInstance();
      ids.add(((Activation) extension).id());
    }
    assertThat(ids)
        .containsExactlyInAnyOrder(
            "identity",
            "sigmoid",
            "tanh",
            "tanh-half",
            "relu",
            "leaky-relu",
            "elu",
            "selu",
            "softplus",
            "softsign",
            "silu",
            "mish",
            "prelu",
            "gelu",
            "sin",
            "cos",
            "acon-a",
            "acon-b",
            "acon-c",
            "snake");
  }

  @Test
  void everyActivationSaysWhatItIs() {
    for (Activation activation : BuiltIns.all()) {
      assertThat(activation.description().summary()).as(activation.id()).isNotBlank();
      assertThat(activation.description().formula()).as(activation.id()).isNotBlank();
    }
    assertThat(new Silu().description().aliases()).containsExactly("swish");
  }

  /** The index beside the compiled classes, not one that the tests' class path may hold too. */
  private static List<String> index() throws IOException, URISyntaxException {
    Path classes = Path.of(Relu.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Files.readAllLines(classes.resolve("META-INF/extensions.idx")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}
