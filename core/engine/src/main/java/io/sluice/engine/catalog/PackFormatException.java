package io.sluice.engine.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A pack cannot be used. It carries all complaints; the message has one line for each. */
public final class PackFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  /** An exception with these complaints, of which there is one at least. */
  public PackFormatException(List<Complaint> complaints) {
    super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
    this.complaints = List.copyOf(complaints);
  }

  /** What is wrong, in the order of the text. */
  public List<Complaint> complaints() {
    return complaints == null ? List.of() : complaints;
  }

  /**
   * One thing that is wrong.
   *
   * @param place source, line and column, such as {@code pack.yaml:4:9}; or the source alone
   * @param message what is wrong and what is allowed
   */
  public record Complaint(String place, String message) {
    public Complaint {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
      return place + ": " + message;
    }
  }
}
