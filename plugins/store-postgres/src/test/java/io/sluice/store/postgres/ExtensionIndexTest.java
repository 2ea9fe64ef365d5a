package io.sluice.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExtensionIndexTest {

  @Test
  void indexNamesTheProvider() throws IOException {
    assertThat(Files.readAllLines(Path.of("target/classes/META-INF/extensions.idx")))
        .contains(PostgresStoreProvider.class.getName());
  }
}
