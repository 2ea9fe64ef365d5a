package io.sluice.analysis.claim;

import io.sluice.analysis.Failure;
import io.sluice.analysis.Sampling;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the rows say of a claim. Where a trial failed or a control does not come out as it must,
 * nothing is decided, whatever the rule says.
 *
 * @param verdict of the claim
 * @param decided what was found of the rule that decides
 * @param controls what was found of each control
 * @param reason what the verdict rests on, without a full stop
 */
public record Judgement(Verdict verdict, Finding decided, List<Checked> controls, String reason) {

  /**
   * A control and what was found.
   *
   * @param control which
   * @param finding what was found of its rule
   * @param behaves whether it came out as it must
   */
  public record Checked(Control control, Finding finding, boolean behaves) {}

  public Judgement {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(decided, "decided");
    controls = List.copyOf(controls);
  }

  /**
   * The judgement of a rule and its controls. The intervals of the rule hold together, and so do
   * those of each control by themselves.
   *
   * @throws IllegalArgumentException if the rows have not what is asked for
   */
  public static Judgement of(Rule rule, List<Control> controls, Evidence evidence) {
    Finding decided = rule.judge(evidence);
    List<Checked> checked =
        controls.stream()
            .map(
                control -> {
                  Finding finding = control.rule().judge(evidence);
                  return new Checked(control, finding, control.behaves(finding));
                })
            .toList();
    if (evidence.failed() > 0) {
      return new Judgement(Verdict.UNDECIDED, decided, checked, failures(evidence));
    }
    List<Checked> wrong = checked.stream().filter(one -> !one.behaves()).toList();
    if (wrong.isEmpty()) {
      String reason = decided.reason() + sampled(evidence);
      return new Judgement(decided.verdict(), decided, checked, reason);
    }
    String names =
        wrong.stream()
            .map(
                one ->
                    one.control().name()
                        + " "
                        + one.control().must()
                        + " but is "
                        + one.finding().verdict().word())
            .collect(Collectors.joining("; "));
    return new Judgement(
        Verdict.UNDECIDED,
        decided,
        checked,
        (wrong.size() == 1 ? "a control does not behave: " : "controls do not behave: ")
            + names
            + "; without it the claim would be "
            + decided.verdict().word());
  }

  /** What is to be said of studies whose trials do not all have rows. */
  private static String sampled(Evidence evidence) {
    return evidence.studies().values().stream()
        .flatMap(rows -> Sampling.ofRowsAlone(rows).stream())
        .map(sentence -> ". " + sentence.substring(0, sentence.length() - 1))
        .collect(Collectors.joining());
  }

  private static String failures(Evidence evidence) {
    String message =
        evidence.studies().values().stream()
            .flatMap(rows -> rows.failures().stream())
            .findFirst()
            .map(Failure::message)
            .orElse("");
    return evidence.failed()
        + " of "
        + evidence.trials()
        + " trials failed"
        + (message.isEmpty() ? "" : ", such as by: " + message);
  }
}
