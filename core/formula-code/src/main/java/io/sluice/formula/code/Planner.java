package io.sluice.formula.code;

import io.sluice.formula.Steps.Step;
import io.sluice.formula.code.Pass.Call;
import io.sluice.formula.code.Pass.Loop;
import io.sluice.formula.code.Pass.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays out a program. Operations with loops of their own are done in stages, each as early as its
 * operands allow; plain arithmetic is done as late as it can be, in the loop before the first stage
 * that needs it, so that little has to be kept in arrays. The arrays of results hold other values
 * until theirs are there.
 */
final class Planner {

  /**
   * How much a loop weighs at most. Java 17 does not make vectors of longer ones, and what it then
   * does with minima and maxima takes ten times as long.
   */
  private static final int MOST = 16;

  /** Two choices, as of a value and its slope, are no problem. */
  private static final int FEW = 2;

  private final Lowering program;
  private final int inputs;
  private final int[] stages;
  private final List<List<Object>> passes = new ArrayList<>();

  Planner(Lowering program, int inputs) {
    this.program = program;
    this.inputs = inputs;
    this.stages = new int[program.registers()];
  }

  Plan plan() {
    int last = setCallStages();
    setElementStages(last);
    for (int stage = 0; stage <= last; stage++) {
      addLoops(stage);
      for (Object each : program.lowered()) {
        if (each instanceof Step && stages[((Step) each).result()] == stage + 1) {
          passes.add(List.of(each));
        }
      }
    }
    return place();
  }

  /** Sets at which stage each call is done, and returns the last one. */
  private int setCallStages() {
    int last = 0;
    for (Object each : program.lowered()) {
      int stage = 0;
      for (int operand : operands(each)) {
        stage = Math.max(stage, Operand.isRegister(operand) ? stages[operand] : 0);
      }
      if (each instanceof Step) {
        stage++;
        stages[((Step) each).second()] = stage;
        stages[0] = 0;
      }
      stages[result(each)] = stage;
      last = Math.max(last, stage);
    }
    return last;
  }

  /** Sets in the loop after which stage each element is made; -1 if it is not needed. */
  private void setElementStages(int last) {
    int[] latest = new int[stages.length];
    Arrays.fill(latest, -1);
    for (int result : program.results()) {
      latest[result] = last;
    }
    List<Object> lowered = program.lowered();
    for (int i = lowered.size() - 1; i >= 0; i--) {
      Object each = lowered.get(i);
      int stage;
      if (each instanceof Step) {
        stage = stages[((Step) each).result()] - 1;
      } else {
        stage = latest[((Element) each).result()];
        stages[((Element) each).result()] = stage;
      }
      for (int operand : operands(each)) {
        if (stage >= 0 && Operand.isRegister(operand)) {
          latest[operand] = latest[operand] < 0 ? stage : Math.min(latest[operand], stage);
        }
      }
    }
  }

  private void addLoops(int stage) {
    List<Object> elements = new ArrayList<>();
    for (Object each : program.lowered()) {
      if (each instanceof Element && stages[((Element) each).result()] == stage) {
        elements.add(each);
      }
    }
    int from = 0;
    int weight = 0;
    for (int i = 0; i < elements.size(); i++) {
      int more = Arithmetic.weight((Element) elements.get(i));
      if (weight + more > MOST && i > from && elements.size() > FEW) {
        passes.add(elements.subList(from, i));
        from = i;
        weight = 0;
      }
      weight += more;
    }
    if (from < elements.size()) {
      passes.add(elements.subList(from, elements.size()));
    }
  }

  private Plan place() {
    Places places = new Places(program.registers(), inputs, program.results());
    for (int pass = 0; pass < passes.size(); pass++) {
      for (Object each : passes.get(pass)) {
        for (int operand : operands(each)) {
          if (Operand.isRegister(operand)) {
            places.use(operand, pass, each instanceof Step);
          }
        }
        places.set(result(each), pass, each instanceof Step);
        if (each instanceof Step && ((Step) each).second() > 0) {
          places.set(((Step) each).second(), pass, true);
        }
      }
    }
    places.allocate();
    List<Pass> placed = new ArrayList<>();
    for (List<Object> pass : passes) {
      placed.add(
          pass.get(0) instanceof Step ? call((Step) pass.get(0), places) : loop(pass, places));
    }
    return new Plan(placed, places.count());
  }

  private Call call(Step step, Places places) {
    return new Call(
        step.operation(),
        places.of(step.u()),
        places.of(step.v()),
        places.of(step.w()),
        places.of(step.result()),
        places.of(step.second()),
        program.number(step.number()));
  }

  private static Loop loop(List<Object> pass, Places places) {
    List<Element> elements = new ArrayList<>();
    Set<Integer> made = new HashSet<>();
    Set<Integer> read = new LinkedHashSet<>();
    List<Place> stores = new ArrayList<>();
    for (Object each : pass) {
      Element element = (Element) each;
      elements.add(element);
      for (int operand : element.operands()) {
        if (Operand.isRegister(operand) && !made.contains(operand)) {
          read.add(operand);
        }
      }
      made.add(element.result());
      if (places.has(element.result())) {
        stores.add(new Place(element.result(), places.of(element.result())));
      }
    }
    List<Place> loads =
        read.stream().map(register -> new Place(register, places.of(register))).toList();
    return new Loop(loads, elements, stores);
  }

  private static List<Integer> operands(Object each) {
    if (each instanceof Element) {
      return ((Element) each).operands();
    }
    Step step = (Step) each;
    int count = step.operation().operands();
    return count == 0
        ? List.of()
        : count == 1
            ? List.of(step.u())
            : count == 2 ? List.of(step.u(), step.v()) : List.of(step.u(), step.v(), step.w());
  }

  private static int result(Object each) {
    return each instanceof Element ? ((Element) each).result() : ((Step) each).result();
  }
}
