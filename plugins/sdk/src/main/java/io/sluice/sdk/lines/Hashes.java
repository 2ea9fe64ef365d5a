package io.sluice.sdk.lines;

import java.util.HexFormat;

/** How lines spell their checksum: as hexadecimal digits, behind everything else. */
final class Hashes {

  static final String FIELD = "hash";

  private Hashes() {}

  static String text(int hash) {
    return HexFormat.of().toHexDigits(hash);
  }

  static String text(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }

  static long of(String digits) {
    return HexFormat.fromHexDigitsToLong(digits);
  }
}
