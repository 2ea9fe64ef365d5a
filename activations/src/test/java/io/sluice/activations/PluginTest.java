package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the loader will find. */
class PluginTest {

  @Test
  void indexListsEveryActivation() throws Exception {
    List<String> activations = new ArrayList<>();
    for (String name : classes()) {
      Class<?> type = Class.forName(name);
      if (Activation.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        activations.add(name);
      }
    }
    assertThat(BuiltIns.index())
        .filteredOn(name -> !name.contains(".layer."))
        .containsExactlyInAnyOrderElementsOf(activations);
  }

  @Test
  void everyActivationSaysWhatItIs() {
    for (Activation activation : BuiltIns.all()) {
      assertThat(activation.description().summary()).as(activation.id()).isNotBlank();
      assertThat(activation.description().formula()).as(activation.id()).isNotBlank();
    }
    assertThat(new Silu().description().aliases()).containsExactly("swish", "swish-1");
  }

  @Test
  void namesAreTakenOnce() {
    List<String> names =
        BuiltIns.all().stream()
            .flatMap(
                each -> Stream.concat(Stream.of(each.id()), each.description().aliases().stream()))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  /** A class has the words of the id; one that has another name may say in its own what it is. */
  @Test
  void classesThatAreNamedLikeTheirIdsSpellItLikeThem() {
    for (Activation activation : BuiltIns.all()) {
      String name = activation.getClass().getSimpleName();
      String spelled =
          Stream.of(activation.id().split("-"))
              .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
              .collect(Collectors.joining());
      if (name.equalsIgnoreCase(spelled)) {
        assertThat(name).isEqualTo(spelled);
      }
    }
  }

  private static List<String> classes() throws IOException, ReflectiveOperationException {
    Package home = Silu.class.getPackage();
    try (Stream<Path> files =
        Files.list(
            Path.of(Silu.class.getResource("Silu.class").getPath().replace("Silu.class", "")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> home.getName() + "." + name.substring(0, name.length() - 6))
          .toList();
    }
  }
}
