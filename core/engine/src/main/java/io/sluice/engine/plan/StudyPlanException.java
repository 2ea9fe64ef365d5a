package io.sluice.engine.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A study cannot be planned; holds everything that is wrong with it. */
public final class StudyPlanException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  StudyPlanException(List<Complaint> complaints) {
    this(complaints, null);
  }

  /**
   * @param cause what a component threw
   */
  StudyPlanException(List<Complaint> complaints, Throwable cause) {
    super(
        complaints.stream()
            .map(complaint -> complaint.path() + ": " + complaint.message())
            .collect(Collectors.joining("\n")),
        cause);
    this.complaints = List.copyOf(complaints);
  }

  /** All of them, in the order of the study. */
  public List<Complaint> complaints() {
    return complaints;
  }
}
