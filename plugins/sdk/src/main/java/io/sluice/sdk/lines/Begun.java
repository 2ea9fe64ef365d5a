package io.sluice.sdk.lines;

import io.sluice.spi.Factor;
import io.sluice.spi.ResultHash;
import io.sluice.spi.StudyHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What the file of a study's header says.
 *
 * @param opened the study with the highest was begun or gone on with last
 */
record Begun(long opened, StudyHeader header) {

  /** The version of the files. A study with a higher one was written by a newer Sluice. */
  private static final int FORMAT = 1;

  private static final int FIELDS = 9;

  /** It was written by a newer Sluice. */
  static final class NewerException extends IOException {

    private static final long serialVersionUID = 1L;

    NewerException(long format) {
      super("its format is " + format + ", this one knows up to " + FORMAT);
    }
  }

  byte[] bytes(LineFormat format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LineWriter line = format.writer(StudyFile.STUDY, bytes, true);
    line.begin();
    line.whole("format", FORMAT);
    line.whole("opened", opened);
    line.text("id", header.id());
    line.text("name", header.name());
    line.text("question", header.question());
    line.text("spec", header.spec());
    line.whole("trials", header.trials());
    line.number("budget", header.budget());
    line.numbers("targets", header.targets());
    line.factors("factors", header.factors());
    line.texts("provenance", header.provenance());
    line.text(Hashes.FIELD, Hashes.text(new ResultHash(header.id()).of(header)));
    line.end();
    return bytes.toByteArray();
  }

  /**
   * Reads the header.
   *
   * @throws IOException if it is damaged, with the reason
   */
  static Begun of(LineReader.Line line) throws IOException {
    Fields fields = new Fields();
    try {
      line.read(FIELDS, fields::read);
      StudyHeader header = fields.header();
      if (fields.hash != null
          && (int) (long) fields.hash != new ResultHash(header.id()).of(header)) {
        throw new IOException("it does not fit its checksum");
      }
      return new Begun(fields.opened, header);
    } catch (RuntimeException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static final class Fields {

    private long opened;
    private String id;
    private String name;
    private String question;
    private String spec;
    private long trials;
    private double budget;
    private List<Double> targets;

    /** Stays empty in a study that is older than declared factors. */
    private List<Factor> factors = List.of();

    private Map<String, String> provenance = Map.of();

    /** Null if it is older than checksums. */
    private Long hash;

    private boolean read(String field, FieldValue value) throws IOException {
      switch (field) {
        case "format" -> checkFormat(value.whole());
        case "opened" -> opened = value.whole();
        case "id" -> id = value.text();
        case "name" -> name = value.text();
        case "question" -> question = value.text();
        case "spec" -> spec = value.text();
        case "trials" -> trials = value.whole();
        case "budget" -> budget = value.number();
        case "targets" -> targets = value.numbers();
        case "factors" -> {
          factors = value.factors();
          return false;
        }
        case "provenance" -> {
          provenance = value.texts();
          return false;
        }
        case Hashes.FIELD -> {
          hash = Hashes.of(value.text());
          return false;
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    private static void checkFormat(long format) throws IOException {
      if (format > FORMAT) {
        throw new NewerException(format);
      }
    }

    private StudyHeader header() {
      return new StudyHeader(
          id, name, question, spec, trials, budget, targets, factors, provenance);
    }
  }
}
