package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many columns a terminal has: what {@code COLUMNS} says, else what the terminal itself says,
 * which is asked again after a second because a window can be resized; 80 if neither tells.
 */
final class WindowWidth implements IntSupplier {

  private static final int PRESET = 80;
  private static final long MEMORY = TimeUnit.SECONDS.toNanos(1);
  private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,5})\\s+(\\d{1,5})\\s*");

  private final String columns;
  private final Supplier<String> size;
  private final LongSupplier clock;
  private int known;
  private long asked;

  /**
   * A width.
   *
   * @param columns the variable, or null
   * @param size tells rows and columns, as {@code stty size} does
   * @param clock nanoseconds from any origin
   */
  WindowWidth(String columns, Supplier<String> size, LongSupplier clock) {
    this.columns = columns;
    this.size = size;
    this.clock = clock;
  }

  /** The width of the terminal that this process has. */
  static WindowWidth ofSystem() {
    return new WindowWidth(System.getenv("COLUMNS"), WindowWidth::askTerminal, System::nanoTime);
  }

  @Override
  public int getAsInt() {
    long now = clock.getAsLong();
    if (known == 0 || now - asked >= MEMORY) {
      known = positive(columns).orElseGet(() -> told(size.get()).orElse(PRESET));
      asked = now;
    }
    return known;
  }

  private static OptionalInt told(String size) {
    Matcher numbers = SIZE.matcher(size);
    return numbers.matches() ? positive(numbers.group(2)) : OptionalInt.empty();
  }

  private static OptionalInt positive(String text) {
    return text != null && text.matches("0*[1-9]\\d{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private static String askTerminal() {
    Path terminal = Path.of("/dev/tty");
    if (!Files.exists(terminal)) {
      return "";
    }
    try {
      Process asking =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream answer = asking.getInputStream()) {
        return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
      } finally {
        asking.destroy();
      }
    } catch (IOException cannotBeAsked) {
      return "";
    }
  }
}
