package io.sluice.report;

import java.util.Objects;

/**
 * A text to be typed or kept as it is.
 *
 * @param id lower kebab-case, unique in its document
 * @param caption what it is, without a full stop
 * @param text what is to be typed
 */
public record Code(String id, String caption, String text) implements Block {

  public Code {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(text, "text");
  }
}
