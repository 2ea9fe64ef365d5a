package io.sluice.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes down what one {@link Check} finds. */
public final class Findings {

  private final String check;
  private final List<Finding> all = new ArrayList<>();
  private volatile Call call;

  /** What is tried just now. */
  private record Call(String method, double input) {}

  Findings(String check) {
    this.check = check;
  }

  /**
   * A promise is broken.
   *
   * @param message as for {@code String.format}; no id, whoever shows it knows whose it is
   */
  public void fault(String message, Object... arguments) {
    add(Finding.Kind.FAULT, message, arguments);
  }

  /** Something could not be checked, or is worth knowing. */
  public void remark(String message, Object... arguments) {
    add(Finding.Kind.REMARK, message, arguments);
  }

  /** What is called next, in case it does not come back. */
  void calls(String method, double input) {
    call = new Call(method, input);
  }

  /** The last call, such as {@code value(0.5)}; an empty text if none was told. */
  String lastCall() {
    Call last = call;
    return last == null ? "" : last.method() + "(" + last.input() + ")";
  }

  /** Whether a promise was found broken. */
  public boolean hasFault() {
    return all.stream().anyMatch(Finding::isFault);
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  private void add(Finding.Kind kind, String message, Object... arguments) {
    String text = String.format(Locale.ROOT, message, arguments);
    all.add(new Finding(check, kind, text.strip().replaceAll("\\s*\\R\\s*", " ")));
  }
}
