package io.sluice.studies;

import java.util.List;
import java.util.stream.Collectors;

/** A study file cannot be read. It carries all complaints; the message has one line for each. */
public final class StudyFormatException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Complaint> complaints;

  StudyFormatException(List<Complaint> complaints) {
    super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
    this.complaints = List.copyOf(complaints);
  }

  /** What is wrong, in the order of the text. */
  public List<Complaint> complaints() {
    return complaints == null ? List.of() : complaints;
  }
}
