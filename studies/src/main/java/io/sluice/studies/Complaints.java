package io.sluice.studies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that all of it can be said at once. */
final class Complaints {

  /** Nobody reads more; a data file can be wrong in every cell. */
  static final int MOST = 100;

  private final List<Complaint> found = new ArrayList<>();
  private int unlisted;

  void add(Location location, String path, String message) {
    if (found.size() < MOST) {
      found.add(new Complaint(location, path, message));
    } else {
      unlisted++;
    }
  }

  void addAll(Complaints others) {
    others.found.forEach(other -> add(other.location(), other.path(), other.message()));
    unlisted += others.unlisted;
  }

  /** Counts some that are not worth a line, as there are enough of their kind. */
  void leaveOut(int more) {
    unlisted += more;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** An exception with all of them, in the order of the text. */
  StudyFormatException exception() {
    List<Complaint> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparing((Complaint complaint) -> complaint.location().source())
            .thenComparing(complaint -> complaint.location().line())
            .thenComparing(complaint -> complaint.location().column()));
    if (unlisted > 0) {
      Location source = Location.of(sorted.get(0).location().source());
      sorted.add(new Complaint(source, "", "and " + unlisted + " more"));
    }
    return new StudyFormatException(sorted);
  }

  /** Throws unless there are none. */
  void throwIfAny() {
    if (!isEmpty()) {
      throw exception();
    }
  }
}
