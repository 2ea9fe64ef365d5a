package io.sluice.formula;

import java.util.*;

public class Try {
  public static void main(String[] a) {
    for (String t : a) {
      FormulaActivation f = FormulaActivation.of("", t, Map.of());
      Model m = new Model(Formula.parse(t, List.of()));
      Program p = m.valuesAndSlopes(new double[0]);
      System.out.println(t);
      p.steps().steps().forEach(s -> System.out.println("   " + s));
      System.out.println(p.steps().results());
      Optional<ProgramCode> c = CompilerChoice.running().get().compile(p.steps());
      System.out.println(c);
      double[] x = {-1, 0, 1, Double.NaN, 2};
      double[] y = new double[5], s = new double[5];
      p.runCode(c.get(), x, null, y, s, null, 0, 5);
      System.out.println(Arrays.toString(y) + Arrays.toString(s));
      p.interpret(x, null, y, s, null, 0, 5);
      System.out.println(Arrays.toString(y) + Arrays.toString(s));
    }
  }
}
