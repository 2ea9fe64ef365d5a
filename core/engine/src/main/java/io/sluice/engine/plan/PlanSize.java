package io.sluice.engine.plan;

import io.sluice.moments.Interruption;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what a plan under way holds, and gives it up as soon as that is too much: what is already
 * complained of is told with it.
 */
final class PlanSize {

  private final PlanLimits limits;
  private final List<Complaint> complaints;
  private long numbers;
  private long variants;

  PlanSize(PlanLimits limits, List<Complaint> complaints) {
    this.limits = limits;
    this.complaints = complaints;
  }

  PlanLimits limits() {
    return limits;
  }

  /** Takes note of so many more numbers that the plan keeps. */
  void addNumbers(double count, String path) {
    Interruption.check();
    numbers += (long) count;
    refuse(path, "with it the plan holds ", numbers, "numbers", limits.numbers(), "");
  }

  /** Takes note of so many more variants of a component. */
  void addVariants(double count, String path) {
    Interruption.check();
    variants += (long) count;
    refuse(
        path,
        "with it there are ",
        variants,
        "variants of components",
        limits.variants(),
        limits.remedy());
  }

  private void refuse(
      String path, String before, double count, String what, long most, String remedy) {
    String complaint = PlanLimits.complaint(count, what, most);
    if (!complaint.isEmpty()) {
      List<Complaint> all = new ArrayList<>(complaints);
      all.add(new Complaint(path, before + complaint + remedy));
      throw new StudyPlanException(all);
    }
  }
}
