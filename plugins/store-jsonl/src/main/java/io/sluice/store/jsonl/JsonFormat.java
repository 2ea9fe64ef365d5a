package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.sluice.sdk.lines.FieldReader;
import io.sluice.sdk.lines.LineFormat;
import io.sluice.sdk.lines.LineWriter;
import io.sluice.sdk.lines.StudyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Lines that are objects of JSON; the header of a study is one object in several lines. */
final class JsonFormat implements LineFormat {

  @Override
  public String fileName(StudyFile file) {
    return file.name().toLowerCase(Locale.ROOT) + (file == StudyFile.STUDY ? ".json" : ".jsonl");
  }

  @Override
  public LineWriter writer(StudyFile file, OutputStream out, boolean first) throws IOException {
    JsonGenerator json = Json.FACTORY.createGenerator(out);
    if (file == StudyFile.STUDY) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    }
    return new JsonLine(json);
  }

  @Override
  public void read(String head, byte[] bytes, int from, int to, FieldReader reader)
      throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(bytes, from, to - from)) {
      Json.readDocument(parser, reader);
    } catch (JsonProcessingException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }
}
