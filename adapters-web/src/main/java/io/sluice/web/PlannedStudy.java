package io.sluice.web;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.PlanLimits;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.CanonicalJson;
import io.sluice.studies.Complaint;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.StudyFormatException;
import io.sluice.studies.StudyReader;
import java.util.List;

/**
 * A posted study that can be run.
 *
 * @param plan its trials
 * @param header under which its results are kept
 */
record PlannedStudy(StudyPlan plan, StudyHeader header) {

  private static final String STUDY = "study";

  /** A study or a formula cannot be read or planned; holds everything that is wrong with it. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final transient List<Complaint> complaints;

    /** What is wrong with a text; {@code what} it should have been: {@code study}. */
    Refused(String what, List<Complaint> complaints) {
      super(complaints.toString(), null, false, false);
      this.what = what;
      this.complaints = complaints;
    }

    String what() {
      return what;
    }

    List<Complaint> complaints() {
      return complaints;
    }
  }

  /** What is to be run of it now, by what the store has. */
  PlannedStudy next(Laboratory laboratory, ResultStore store, WebLimits limits) {
    if (!plan.awaitsTuning()) {
      return this;
    }
    StudyPlan next = laboratory.next(plan, store, limits.plan());
    return new PlannedStudy(next, laboratory.header(next, CanonicalJson.of(next.spec())));
  }

  /**
   * Reads and plans a study.
   *
   * @throws Refused if something is wrong with it
   */
  static PlannedStudy of(String text, Laboratory laboratory, PlanLimits limits) {
    ReadStudy study;
    try {
      // Without a folder to look in, a posted study cannot name files.
      study = StudyReader.read(text, "study", null, List.of());
    } catch (StudyFormatException wrong) {
      throw new Refused(STUDY, wrong.complaints());
    }
    try {
      StudyPlan plan = laboratory.plan(study.spec(), limits);
      return new PlannedStudy(plan, laboratory.header(plan, study.canonicalJson()));
    } catch (StudyPlanException wrong) {
      throw new Refused(
          STUDY,
          wrong.complaints().stream()
              .map(
                  complaint ->
                      new Complaint(
                          study.location(complaint.path()), complaint.path(), complaint.message()))
              .toList());
    }
  }
}
