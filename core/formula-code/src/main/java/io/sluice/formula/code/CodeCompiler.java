package io.sluice.formula.code;

import io.sluice.formula.ProgramCode;
import io.sluice.formula.ProgramCompiler;
import io.sluice.formula.Steps;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a hidden class of a program. Classes are shared by programs that differ in numbers only,
 * and go when nobody needs them any more.
 */
public final class CodeCompiler implements ProgramCompiler {

  /** Of more steps nothing is made: it would take long, and gain little. */
  private static final int MOST_STEPS = 1000;

  /** So many classes are kept for others to share. */
  private static final int MOST_KEPT = 256;

  private static final Map<Plan, Code> KEPT =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Plan, Code> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** What the service loader calls. */
  public CodeCompiler() {}

  @Override
  public Optional<ProgramCode> compile(Steps steps) {
    if (steps.steps().size() > MOST_STEPS) {
      return Optional.empty();
    }
    Lowering lowering = new Lowering(steps);
    Plan plan = new Planner(lowering, steps.inputs()).plan();
    Optional<Code> code = code(plan);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    Span[] spans = Spans.of(steps, Double.POSITIVE_INFINITY);
    boolean[] doubtful = new boolean[steps.results().size()];
    for (int k = 0; k < doubtful.length; k++) {
      doubtful[k] = spans[steps.results().get(k)].mayBeNan();
    }
    int rows = plan.arrays() - steps.inputs() - doubtful.length;
    return Optional.of(
        new CompiledProgram(code.get(), lowering.numbers(), rows, doubtful, plan.isOneLoop()));
  }

  private static Optional<Code> code(Plan plan) {
    synchronized (KEPT) {
      Code kept = KEPT.get(plan);
      if (kept != null) {
        return Optional.of(kept);
      }
      Optional<Code> made = ClassMaker.bytes(plan).map(CodeCompiler::instance);
      made.ifPresent(code -> KEPT.put(plan, code));
      return made;
    }
  }

  private static Code instance(byte[] bytes) {
    try {
      Class<?> made = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
      return (Code) made.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a formula's class cannot be made", impossible);
    }
  }
}
