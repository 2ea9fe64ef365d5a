package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The folder of one study. */
record StudyFolder(Path path) {

  /** The version of the spelling. A study with a higher one was written by a newer Sluice. */
  private static final int FORMAT = 1;

  private static final int FIELDS = 10;
  private static final int LONGEST_NAME = 150;

  /**
   * The folder of the study with this id. Letters, digits, {@code _}, {@code -} and inner dots
   * stand for themselves, other bytes for {@code %} and two hexadecimal digits; of a very long name
   * the end is replaced by a hash.
   */
  static StudyFolder of(Path store, String studyId) {
    StringBuilder name = new StringBuilder();
    for (byte b : studyId.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || b >= '0' && b <= '9'
              || b == '_'
              || b == '-'
              || b == '.' && name.length() > 0;
      if (plain) {
        name.append((char) b);
      } else {
        name.append('%').append(Character.forDigit(b >> 4 & 15, 16));
        name.append(Character.forDigit(b & 15, 16));
      }
    }
    if (name.length() > LONGEST_NAME) {
      UUID hash = UUID.nameUUIDFromBytes(studyId.getBytes(StandardCharsets.UTF_8));
      name.setLength(LONGEST_NAME);
      name.append('-').append(hash);
    }
    return new StudyFolder(store.resolve(name.toString()));
  }

  Path study() {
    return path.resolve("study.json");
  }

  Path cells() {
    return path.resolve("cells.jsonl");
  }

  Path trials() {
    return path.resolve("trials.jsonl");
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path measurements() {
    return path.resolve("measurements.jsonl");
  }

  /** Whether a study was begun here. */
  boolean exists() {
    return Files.exists(study());
  }

  /**
   * What study.json says.
   *
   * @param opened the study with the highest was begun or gone on with last
   */
  record Begun(long opened, StudyHeader header) {}

  /** Replaces study.json; whoever reads meanwhile sees the old or the new one. */
  void write(Begun begun) throws IOException {
    StudyHeader header = begun.header();
    Path draft = path.resolve("study.json.new");
    try (JsonGenerator json = Json.FACTORY.createGenerator(draft.toFile(), JsonEncoding.UTF8)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeNumberField("opened", begun.opened());
      json.writeStringField("id", header.id());
      json.writeStringField("name", header.name());
      json.writeStringField("question", header.question());
      json.writeStringField("spec", header.spec());
      json.writeNumberField("trials", header.trials());
      json.writeFieldName("budget");
      Json.write(json, header.budget());
      json.writeFieldName("targets");
      Json.writeNumbers(json, header.targets());
      json.writeArrayFieldStart("factors");
      for (Factor factor : header.factors()) {
        json.writeStartObject();
        json.writeStringField("name", factor.name());
        json.writeStringField("preset", factor.preset());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeFieldName("provenance");
      Json.writeTexts(json, header.provenance());
      Hashes.write(json, new ResultHash(header.id()).of(header));
      json.writeEndObject();
      json.writeRaw('\n');
    }
    Files.move(draft, study(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads study.json.
   *
   * @throws IOException if it cannot be read or is damaged
   * @throws ResultStoreException if a newer version wrote it
   */
  Begun read() throws IOException {
    Fields fields = new Fields();
    try (JsonParser parser = Json.FACTORY.createParser(study().toFile())) {
      Json.readDocument(parser, FIELDS, fields::read);
      StudyHeader header = fields.header();
      if (fields.hash != null
          && (int) (long) fields.hash != new ResultHash(header.id()).of(header)) {
        throw new IOException("it does not fit its checksum");
      }
      return new Begun(fields.opened, header);
    } catch (JsonProcessingException e) {
      throw new IOException(e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Refuses a study of a newer version. A damaged header does not matter: who asks for a study by
   * its id knows it.
   */
  void refuseNewer() {
    try {
      read();
    } catch (IOException damaged) {
      // What needs the header says so.
    }
  }

  private final class Fields {

    private long opened;
    private String id;
    private String name;
    private String question;
    private String spec;
    private long trials;
    private double budget;
    private List<Double> targets;
    private Map<String, String> provenance;

    /** Stays empty in a study that is older than declared factors. */
    private final List<Factor> factors = new ArrayList<>();

    /** Null if it is older than checksums. */
    private Long hash;

    private boolean read(String field, JsonParser parser) throws IOException {
      switch (field) {
        case "format" -> checkFormat(parser.getIntValue());
        case "opened" -> opened = parser.getLongValue();
        case "id" -> id = Json.text(parser);
        case "name" -> name = Json.text(parser);
        case "question" -> question = Json.text(parser);
        case "spec" -> spec = Json.text(parser);
        case "trials" -> trials = parser.getLongValue();
        case "budget" -> budget = Json.number(parser);
        case "targets" -> targets = Json.numbers(parser);
        case "provenance" -> provenance = Json.texts(parser);
        case "factors" -> {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            Map<String, String> factor = Json.texts(parser);
            factors.add(new Factor(factor.get("name"), factor.get("preset")));
          }
          return false;
        }
        case Hashes.FIELD -> {
          hash = Hashes.read(parser);
          return false;
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    private void checkFormat(int format) {
      if (format > FORMAT) {
        throw new ResultStoreException(
            study()
                + " was written by a newer Sluice: its format is "
                + format
                + ", this one knows up to "
                + FORMAT
                + "; update Sluice or name another folder");
      }
    }

    private StudyHeader header() {
      return new StudyHeader(
          id, name, question, spec, trials, budget, targets, factors, provenance);
    }
  }

  /** The factors that study.json declares; of a damaged one those of the first studies. */
  List<Factor> factors() {
    try {
      return read().header().factors();
    } catch (IOException damaged) {
      return Factor.FIRST;
    }
  }

  /** The cells written so far by index, without those whose lines are damaged. */
  Map<Integer, Cell> readCells(String studyId, List<Factor> factors) throws IOException {
    Map<Integer, Cell> cells = new HashMap<>();
    ResultHash hash = new ResultHash(studyId);
    try (LineReader reader = new LineReader(cells())) {
      while (reader.next()) {
        reader
            .decodeIfSound(parser -> CellLine.read(parser, hash, factors))
            .ifPresent(cell -> cells.put(cell.index(), cell));
      }
    }
    return cells;
  }

  /**
   * Makes the files fit to be appended to: lines end in a line feed alone, and of trials and cells
   * damaged lines are left out. A file that loses lines is kept beside the new one.
   */
  void mend(StudyHeader header) throws IOException {
    ResultHash hash = new ResultHash(header.id());
    Mending.mend(measurements(), parser -> true, false);
    Mending.mend(cells(), parser -> CellLine.read(parser, hash, header.factors()), true);
    Mending.mend(trials(), new TrialLine.Checked(hash), true);
  }
}
