package io.sluice.web.play;

import java.util.List;

/** A state of the playground that cannot be played; says what is wrong with which parameter. */
final class PlayRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  /**
   * What is wrong.
   *
   * @param parameter of the address; empty if it is the whole
   * @param message one line
   */
  record Complaint(String parameter, String message) {}

  PlayRefused(List<Complaint> complaints) {
    super(complaints.get(0).message(), null, false, false);
    this.complaints = List.copyOf(complaints);
  }

  PlayRefused(String parameter, String message) {
    this(List.of(new Complaint(parameter, message)));
  }

  List<Complaint> complaints() {
    return complaints;
  }
}
