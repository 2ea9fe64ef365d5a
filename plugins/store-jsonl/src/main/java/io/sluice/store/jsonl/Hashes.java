package io.sluice.store.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HexFormat;

/** How a line spells its checksum: {@code "hash":"1b2c3d4e"}, behind everything else. */
final class Hashes {

  static final String FIELD = "hash";

  private Hashes() {}

  static void write(JsonGenerator json, int hash) throws IOException {
    json.writeStringField(FIELD, HexFormat.of().toHexDigits(hash));
  }

  static void write(JsonGenerator json, long hash) throws IOException {
    json.writeStringField(FIELD, HexFormat.of().toHexDigits(hash));
  }

  static long read(JsonParser parser) throws IOException {
    return HexFormat.fromHexDigitsToLong(Json.text(parser));
  }
}
