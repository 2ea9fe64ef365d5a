package io.sluice.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server has still to do, kept in a file beside its store, so that the next one takes it up:
 * the studies in the order of the line, and those that somebody has paused.
 */
final class DeskFile {

  private static final Logger LOG = LoggerFactory.getLogger(DeskFile.class);

  private final Optional<Path> file;

  private DeskFile(Optional<Path> file) {
    this.file = file;
  }

  /**
   * A study that waits to be taken up.
   *
   * @param spec its text
   * @param paused whether it waits for somebody to resume it
   */
  record Entry(String spec, boolean paused) {}

  /** One that keeps nothing. */
  static DeskFile none() {
    return new DeskFile(Optional.empty());
  }

  static DeskFile at(Path file) {
    return new DeskFile(Optional.of(file));
  }

  /** What was kept; nothing if there is no file, or none that can be read. */
  List<Entry> read() {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    try {
      for (JsonNode study : Json.parse(Files.readString(file.get())).path("studies")) {
        entries.add(new Entry(study.path("spec").asText(), study.path("paused").asBoolean()));
      }
    } catch (IOException | RuntimeException unreadable) {
      LOG.warn("{} cannot be read; no study is taken up", file.get(), unreadable);
    }
    return entries;
  }

  /** Keeps this, and what was kept before no more. */
  void write(List<Entry> entries) {
    if (file.isEmpty()) {
      return;
    }
    ObjectNode json = Json.object();
    ArrayNode studies = json.putArray("studies");
    for (Entry entry : entries) {
      studies.addObject().put("spec", entry.spec()).put("paused", entry.paused());
    }
    Path whole = file.get();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Files.writeString(part, Json.text(json));
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      LOG.warn("{} cannot be written; the next server will not know the queue", whole, unwritable);
    }
  }
}
